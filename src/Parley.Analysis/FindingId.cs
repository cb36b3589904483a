using System.Security.Cryptography;
using System.Text;

namespace Parley.Analysis;

/// <summary>Names findings by the records they rest on, so that the same records always give the same names.</summary>
internal static class FindingId
{
    /// <summary>The first 20 hexadecimal digits of a SHA-256 over kind and ids, whatever the order of the ids.</summary>
    public static string Of(string kind, IEnumerable<string> ids) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kind + "|" + string.Join('|', ids.Order(StringComparer.Ordinal)))).AsSpan(0, 10));
}
