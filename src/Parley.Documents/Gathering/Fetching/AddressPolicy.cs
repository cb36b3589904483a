using System.Net;
using System.Net.Sockets;

namespace Parley.Documents.Gathering.Fetching;

/// <summary>
/// Tells public addresses from those of this machine, of private networks and of no host at all (IANA special-purpose address
/// registries), looking through the forms in which an IPv6 address carries an IPv4 address.
/// </summary>
public static class AddressPolicy
{
    private static readonly IPNetwork[] NotPublic4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] NotPublic6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20")];

    /// <summary>True if <paramref name="address"/> belongs to a host on the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(NotPublic4, network => network.Contains(address));
        }

        if (Nat64.Contains(address))
        {
            return IsPublic(Embedded(address, 12));
        }

        if (SixToFour.Contains(address))
        {
            return IsPublic(Embedded(address, 2));
        }

        return GlobalUnicast.Contains(address) && !Array.Exists(NotPublic6, network => network.Contains(address));
    }

    private static IPAddress Embedded(IPAddress address, int at) => new(address.GetAddressBytes().AsSpan(at, 4));
}
