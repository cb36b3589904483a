using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Casualties.Estimation;

/// <summary>Estimates as JSON: one object for one estimate, an array for several.</summary>
public static class EstimateJson
{
    /// <summary>Writes them, indented, with a line feed at the end.</summary>
    public static void Write(IReadOnlyList<Estimate> estimates, Stream output)
    {
        var context = new EstimateJsonContext(new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        });
        if (estimates.Count == 1)
        {
            JsonSerializer.Serialize(output, EstimateObject.Of(estimates[0]), context.EstimateObject);
        }
        else
        {
            JsonSerializer.Serialize(output, [.. estimates.Select(EstimateObject.Of)], context.EstimateObjectArray);
        }

        output.WriteByte((byte)'\n');
    }
}

/// <summary>The stable field names of an estimate in JSON.</summary>
internal sealed record EstimateObject(
    string Method,
    string Quantity,
    string? Scope,
    string? Model,
    double? Observed,
    double? Estimate,
    string Status,
    bool LowerBound,
    double? StandardError,
    EstimateInterval? Interval,
    ImmutableArray<EstimateInterval> Intervals,
    SortedDictionary<string, double> Measures,
    ImmutableArray<EstimatePart> Parts,
    ImmutableArray<Alternative> Sensitivity,
    ImmutableArray<string> Assumptions,
    ImmutableArray<string> Warnings,
    int? Seed,
    ImmutableArray<EstimateInput> Inputs)
{
    public static EstimateObject Of(Estimate e) => new(
        e.Method, e.Quantity, e.Scope, e.Model, e.Observed, e.Value, e.Value is null ? $"no estimate: {e.Refusal}" : "estimated", e.IsLowerBound,
        e.StandardError, e.Intervals.FirstOrDefault(), e.Intervals,
        new SortedDictionary<string, double>(e.Measures.ToDictionary(m => m.Name, m => m.Value), StringComparer.Ordinal),
        e.Parts, e.Sensitivity, e.Assumptions, e.Warnings, e.Seed, e.Inputs);
}

/// <summary>Serialisers made at build time.</summary>
[JsonSerializable(typeof(EstimateObject))]
[JsonSerializable(typeof(EstimateObject[]))]
internal sealed partial class EstimateJsonContext : JsonSerializerContext;
