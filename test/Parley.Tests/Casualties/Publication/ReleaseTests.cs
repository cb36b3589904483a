using System.Globalization;
using System.Text.Json;
using Parley.Casualties.Publication;
using Parley.Casualties.Register;
using Xunit;

namespace Parley.Tests.Casualties.Publication;

public sealed class ReleaseTests
{
    [Fact]
    public void An_earlier_release_is_made_again_byte_for_byte_whatever_happened_since()
    {
        var made = MadeRegister.OfLists(400, 1);
        var first = made.Release(out var release);
        made.Remove(made.Add("late", MadeRegister.Daily, ("surname", "Поздний")));
        made.SetPolicy("name = second\nlevel = confirmed\n");
        made.Release();
        var again = made.Builder.Rebuild(release);
        Assert.Equal(first.Keys, again.Select(f => f.Name));
        Assert.All(again, f => Assert.Equal(first[f.Name], System.Text.Encoding.UTF8.GetString(f.Bytes)));
        Assert.Empty(ReleaseVerification.Differences(made.Builder, release, folder: null));
    }

    [Fact]
    public void The_file_that_was_changed_is_named()
    {
        var made = new MadeRegister();
        made.Add("a", MadeRegister.Daily);
        var files = made.Release(out var release);
        var folder = Directory.CreateTempSubdirectory("parley").FullName;
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        Assert.Empty(ReleaseVerification.Differences(made.Builder, release, folder));
        File.AppendAllText(Path.Combine(folder, "casualties.csv"), "x");
        File.Delete(Path.Combine(folder, "ages.csv"));
        File.WriteAllText(Path.Combine(folder, "more.txt"), "");
        var differences = ReleaseVerification.Differences(made.Builder, release, folder);
        Assert.Collection(differences.Order(StringComparer.Ordinal),
            d => Assert.Contains("ages.csv: is missing", d, StringComparison.Ordinal),
            d => Assert.Contains("casualties.csv: differs", d, StringComparison.Ordinal),
            d => Assert.Contains("more.txt: no file of the release", d, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Another_version_of_the_program_is_named_as_the_cause()
    {
        var made = new MadeRegister();
        made.Add("a", MadeRegister.Daily);
        made.Release(out var release);
        var difference = Assert.Single(ReleaseVerification.Differences(made.Builder, release with { Program = "parley 0.0.1" }, folder: null));
        Assert.StartsWith("made by parley 0.0.1, and this is parley ", difference, StringComparison.Ordinal);

        var other = release with { Files = release.Files.SetItem(0, release.Files[0] with { Hash = default }) };
        Assert.Contains("another build of that version", ReleaseVerification.Differences(made.Builder, other, folder: null)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_was_corrected_is_published_no_more_and_stays_with_the_team()
    {
        var made = new MadeRegister();
        var id = made.Add("a", MadeRegister.Daily, ("surname", "Wrongname"));
        made.Add("b", MadeRegister.Grave, ("surname", "Wrongname"), ("given_name", "Теодор"));
        made.Join(id, made.Register.Records().Last().Id);
        made.Correct(id, RegisterField.Surname, "Зимин");
        Assert.All(made.Release(), file => Assert.DoesNotContain("Wrongname", file.Value, StringComparison.Ordinal));
        var record = Assert.Single(made.Register.Records());
        Assert.Equal(["Зимин Теодор"], record.OtherNames);
        Assert.Contains(record.Evidence, e => e.Value == "Wrongname");
    }

    [Fact]
    public void No_file_holds_what_readers_must_not_see()
    {
        var made = new MadeRegister();
        made.Add("missing", MadeRegister.Daily, ("surname", "Canarymissing"), ("status", "missing"));
        made.Add("minor", MadeRegister.Daily, ("surname", "Canaryminor"), ("age", "16"), ("death_place", "Canaryplace"));
        made.Add("adult", MadeRegister.Daily, ("home", "Canaryhome"), ("burial_place", "Canarygrave"), ("circumstances", "Canarywords"));
        made.Add("told", MadeRegister.Sister, ("surname", "Рябов"));
        made.Review(made.Add("seen", MadeRegister.Daily, ("surname", "Зимин")), "Canary Reviewer");
        made.Remove(made.Add("gone", MadeRegister.Daily, ("surname", "Canarygone")));
        Assert.All(made.Release(), file => Assert.DoesNotContain("Canary", file.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_was_removed_is_an_identifier_in_the_change_log_and_nothing_elsewhere()
    {
        var made = new MadeRegister();
        made.Add("stays", MadeRegister.Daily);
        var gone = made.Add("goes", MadeRegister.Daily, ("surname", "Canary"));
        Assert.Contains("Canary", made.Release()["casualties.csv"], StringComparison.Ordinal);
        made.Remove(gone);
        var files = made.Release();
        Assert.All(files, file => Assert.DoesNotContain("Canary", file.Value, StringComparison.Ordinal));
        Assert.All(files, file => Assert.DoesNotContain("found alive", file.Value, StringComparison.Ordinal));
        Assert.Equal(["changes.csv", "changes.html"], files.Where(f => f.Value.Contains(gone, StringComparison.Ordinal)).Select(f => f.Key).Order(StringComparer.Ordinal));
        Assert.Contains($"{gone},removed", files["changes.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_criteria_say_so_the_removed_are_only_counted()
    {
        var made = new MadeRegister("name = first\nlevel = reported\nreviewers = 0\nremoved = count\n");
        made.Add("stays", MadeRegister.Daily);
        var gone = made.Add("goes", MadeRegister.Daily, ("surname", "Зимин"));
        made.Release();
        made.Remove(gone);
        var files = made.Release();
        Assert.All(files, file => Assert.DoesNotContain(gone, file.Value, StringComparison.Ordinal));
        Assert.Contains("says it any longer</th><td class=\"num\">1</td>", files["changes.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_names_the_field_and_not_what_stood_there()
    {
        var made = new MadeRegister();
        var id = made.Add("a", MadeRegister.Daily, ("surname", "Wrongcanary"));
        made.Release();
        made.Correct(id, RegisterField.Surname, "Зимин");
        var files = made.Release();
        Assert.Contains($"{id},corrected,", files["changes.csv"], StringComparison.Ordinal);
        Assert.Contains("surname", files["changes.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("Wrongcanary", files["changes.csv"] + files["changes.html"] + files["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_one_release_leads_to_that_of_the_next()
    {
        var made = new MadeRegister();
        var ids = Enumerable.Range(0, 12).Select(i => made.Add($"k{i}", MadeRegister.Daily, ("surname", $"Орлов{i}"))).ToList();
        made.Release();
        made.Remove(ids[0]);
        made.Join(ids[1], ids[2]);
        made.Add("new", MadeRegister.Daily, ("surname", "Новый"));
        made.Correct(ids[3], RegisterField.Status, "missing");
        var changes = made.Release()["changes.html"];
        string[] labels = ["published in 2024-06-01.1", "new in the register", "now meet the criteria", "parted", "− joined", "− removed", "− rejected", "− meet", "published in 2024-06-01.2"];
        var numbers = labels.Select(label => NumberAfter(changes, label)).ToList();
        Assert.Equal([12, 1, 0, 0, 1, 1, 0, 1, 10], numbers);
        Assert.Equal(numbers[^1], numbers[0] + numbers[1] + numbers[2] + numbers[3] - numbers[4] - numbers[5] - numbers[6] - numbers[7]);
    }

    [Fact]
    public void The_list_cannot_run_in_a_spreadsheet_nor_the_page_in_a_browser()
    {
        var made = new MadeRegister();
        made.Add("a", MadeRegister.Daily with { Name = "=cmd|' /C calc'!A0" }, ("surname", "=HYPERLINK(\"http://x\")"), ("region", "<script>alert(1)</script>"));
        made.Add("b", MadeRegister.Court, ("region", "@SUM(A1)"), ("surname", "Зимин"));
        var files = made.Release();
        Assert.Contains("'=HYPERLINK", files["casualties.csv"], StringComparison.Ordinal);
        Assert.Contains("'@SUM", files["regions.csv"], StringComparison.Ordinal);
        foreach (var page in files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("<script", page.Value, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("default-src 'none'", page.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("src=\"http", page.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_chart_has_a_title_and_says_what_is_to_be_seen()
    {
        var page = MadeRegister.OfLists(300, 2).Release()["index.html"];
        var drawings = page.Split("<svg").Length - 1;
        Assert.Equal(4, drawings);
        Assert.Equal(drawings, page.Split("<title id=").Length - 1);
        Assert.Equal(drawings, page.Split("<desc id=").Length - 1);
        Assert.Equal(drawings, page.Split("role=\"img\"").Length - 1);
    }

    [Fact]
    public void A_death_known_to_the_month_is_spread_over_its_weeks_and_counts_once()
    {
        var made = new MadeRegister();
        made.Add("a", MadeRegister.Daily, ("death_date", "2024-02"));
        made.Add("b", MadeRegister.Daily, ("death_date", "2024-02-14"), ("surname", "Зимин"));
        made.Add("c", MadeRegister.Daily, ("death_date", "2023"), ("surname", "Рябов"));
        var rows = made.Release()["weeks.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(',')).ToList();
        Assert.Equal(1, rows.Sum(r => double.Parse(r[2], CultureInfo.InvariantCulture)), 2);
        Assert.Equal(["2024-02-12"], rows.Where(r => r[1] == "1").Select(r => r[0]));
        Assert.All(rows, r => Assert.Equal(DayOfWeek.Monday, DateOnly.Parse(r[0], CultureInfo.InvariantCulture).DayOfWeek));
    }

    [Fact]
    public void Names_that_all_came_on_one_day_tell_nothing_of_the_delay()
    {
        var made = new MadeRegister();
        for (var i = 0; i < 200; i++)
        {
            made.Add($"k{i}", MadeRegister.Daily, ("surname", $"Орлов{i}"), ("reported", "2024-05-30"),
                ("death_date", new DateOnly(2023, 6, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        var files = made.Release();
        Assert.Contains("how late they come cannot be told", files["index.html"], StringComparison.Ordinal);
        Assert.All(files["weeks.csv"].Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), r => Assert.EndsWith(",,,", r, StringComparison.Ordinal));
    }

    [Fact]
    public void The_register_estimates_how_complete_it_is()
    {
        const int People = 3000;
        var made = MadeRegister.OfLists(People, 3);
        using var json = JsonDocument.Parse(made.Release()["estimates.json"]);
        var whole = json.RootElement.EnumerateArray().First(e => e.GetProperty("method").GetString() == "completeness");
        var named = whole.GetProperty("observed").GetDouble();
        Assert.InRange(named / People, whole.GetProperty("interval").GetProperty("lower").GetDouble(), whole.GetProperty("interval").GetProperty("upper").GetDouble());
        Assert.InRange(whole.GetProperty("estimate").GetDouble(), named / People - 0.03, named / People + 0.03);
    }

    [Fact]
    public void One_list_alone_says_nothing_of_who_is_missing()
    {
        var made = new MadeRegister();
        made.Add("a", MadeRegister.Daily);
        Assert.Contains("fewer than two lists", made.Release()["index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_register_can_be_released()
    {
        var files = new MadeRegister().Release();
        Assert.Contains("<h1>0 named dead</h1>", files["index.html"], StringComparison.Ordinal);
        Assert.Equal("", files["casualties.jsonl"]);
    }

    [Fact]
    public void Persons_and_the_decisions_of_reviewers_are_counted()
    {
        var made = new MadeRegister("name = strict\nreviewers = 2\n");
        var (one, other) = (made.Add("a", MadeRegister.Daily), made.Add("b", MadeRegister.Court));
        made.Join(one, other);
        made.Review(one, "Ann");
        made.Review(other, "Bob");
        var page = made.Release()["index.html"];
        Assert.Contains("<h1>1 named dead</h1>", page, StringComparison.Ordinal);
        Assert.Contains("1 records join several mentions of one person. 2 reviewers gave 2 confirmations", page, StringComparison.Ordinal);
    }

    private static int NumberAfter(string page, string label)
    {
        var cell = page.IndexOf("<td class=\"num\">", page.IndexOf(label, page.IndexOf("From one number to the other</caption>", StringComparison.Ordinal), StringComparison.Ordinal), StringComparison.Ordinal) + 16;
        return int.Parse(page.AsSpan(cell, page.IndexOf('<', cell) - cell), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }
}
