using System.Text;
using System.Text.Json;
using Parley.Casualties.Estimation.Numerics;
using Parley.Cli;

namespace Parley.Tests.Casualties.Estimation;

public sealed class EstimateOutputTests
{
    private const string Lists = "A,B,C,count\n1,0,0,69\n0,1,0,55\n0,0,1,63\n1,1,0,21\n1,0,1,17\n0,1,1,18\n1,1,1,28\n";

    [Fact]
    public async Task The_command_writes_an_estimate_with_all_that_is_needed_to_doubt_it()
    {
        var (code, output, errors) = await Run(Lists, "--method", "loglin", "--format", "json");

        Assert.Equal(0, code);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(388.483, json.GetProperty("estimate").GetDouble(), 0.001);
        Assert.Equal("multinomial_profile_95", json.GetProperty("interval").GetProperty("kind").GetString());
        Assert.Equal(271, json.GetProperty("observed").GetDouble());
        Assert.Equal("estimated", json.GetProperty("status").GetString());
        Assert.NotEqual(0, json.GetProperty("assumptions").GetArrayLength());
        Assert.NotEqual(0, json.GetProperty("sensitivity").GetArrayLength());
        Assert.Equal(64, json.GetProperty("inputs")[0].GetProperty("sha256").GetString()!.Length);
        Assert.Contains("the model fits badly", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_writes_the_same_bytes_twice()
    {
        var first = await Run(Lists, "--method", "sample-coverage", "--format", "json");

        Assert.Equal(first, await Run(Lists, "--method", "sample-coverage", "--format", "json"));
    }

    [Theory]
    [InlineData("A,count\n1,5\n", "loglin", "one list only")]
    [InlineData("A,B,count\n1,0,-5\n", "loglin", "line 2: column 'count': -5 is negative")]
    [InlineData(Lists, "nonsense", "no method 'nonsense'")]
    [InlineData(Lists, "chapman", "chapman takes two lists")]
    [InlineData("times_listed,count\n1,5\n2,1\n", "loglin", "says only how often")]
    public async Task A_wrong_input_is_one_line_and_code_1(string table, string method, string message)
    {
        var (code, output, errors) = await Run(table, "--method", method, "--format", "json");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_for_people_shows_value_interval_and_assumptions()
    {
        var (code, output, _) = await Run(Lists, "--method", "mse");

        Assert.Equal(0, code);
        Assert.Contains("multinomial_profile_95", output, StringComparison.Ordinal);
        Assert.Contains("assumes: Closed population", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Draws_have_the_mean_and_variance_of_their_laws()
    {
        var random = new Random(4);
        var binomial = Enumerable.Range(0, 20_000).Select(_ => (double)Draw.Binomial(random, 500, 0.3)).ToList();
        var poisson = Enumerable.Range(0, 20_000).Select(_ => (double)Draw.Poisson(random, 90)).ToList();

        Assert.Equal(150, binomial.Average(), 0.4);
        Assert.Equal(Math.Sqrt(105), Sample.Deviation(binomial), 0.2);
        Assert.Equal(90, poisson.Average(), 0.4);
        Assert.Equal(Math.Sqrt(90), Sample.Deviation(poisson), 0.2);
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string table, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("parley-estimate");
        try
        {
            var path = Path.Combine(folder.FullName, "table.csv");
            await File.WriteAllTextAsync(path, table, TestContext.Current.CancellationToken);
            using var output = new MemoryStream();
            using var errors = new StringWriter();
            var code = await CommandLine.RunAsync(["casualties", "estimate", "--input", path, .. options], output, errors, TestContext.Current.CancellationToken);
            return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
