using Parley.Records;

namespace Parley.Documents.Gathering;

/// <summary>
/// Finds the files under a folder, in ordinal order, whatever order the file system keeps. Hidden files and folders and
/// ledgers are passed over; links to folders are not followed, so that a loop of links cannot hold it.
/// </summary>
internal static class FolderWalk
{
    private static readonly string[] LedgerFiles = [".db", ".db-wal", ".db-shm", ".db-journal"];

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>The files, or faults for folders that cannot be read.</summary>
    internal static IEnumerable<(string Path, Fault? Fault)> Files(string folder)
    {
        var waiting = new Stack<string>([folder]);
        while (waiting.TryPop(out var path))
        {
            if (path != folder && !Directory.Exists(path))
            {
                yield return (path, null);
                continue;
            }

            var (entries, fault) = Entries(path);
            if (fault is not null)
            {
                yield return (path, fault);
                continue;
            }

            // Pushed in reverse so that they are taken in order, a folder's files at its place among its neighbours.
            foreach (var entry in entries.AsEnumerable().Reverse())
            {
                if (!IsPassedOver(entry))
                {
                    waiting.Push(entry.FullName);
                }
            }
        }
    }

    /// <summary>The files and folders that match a pattern, in order; folders stand for the files in them.</summary>
    internal static IEnumerable<(string Path, Fault? Fault)> Matching(string pattern)
    {
        var (folder, names) = PathPattern.Split(pattern);
        var waiting = new Stack<(string Folder, int Name)>([(folder, 0)]);
        var seen = new HashSet<(string, int)>();
        while (waiting.TryPop(out var at))
        {
            if (at.Name == names.Length)
            {
                foreach (var file in Directory.Exists(at.Folder) ? Files(at.Folder) : [(at.Folder, null)])
                {
                    if (seen.Add((file.Path, -1)))
                    {
                        yield return file;
                    }
                }

                continue;
            }

            if (!Directory.Exists(at.Folder) || !seen.Add((at.Folder, at.Name)))
            {
                continue;
            }

            foreach (var next in Next(at.Folder, names, at.Name).AsEnumerable().Reverse())
            {
                waiting.Push(next);
            }
        }
    }

    private static List<(string Folder, int Name)> Next(string folder, string[] names, int name)
    {
        var next = new List<(string, int)>();
        var (entries, _) = Entries(folder);
        var last = name == names.Length - 1;
        if (names[name] == "**" && !last)
        {
            // No folder at all.
            next.Add((folder, name + 1));
        }

        foreach (var entry in entries)
        {
            var isFolder = (entry.Attributes & FileAttributes.Directory) != 0;
            if (names[name] == "**")
            {
                if (!IsPassedOver(entry) && (isFolder || last))
                {
                    next.Add((entry.FullName, isFolder ? name : name + 1));
                }
            }
            else if ((isFolder || last) && PathPattern.Matches(entry.Name, names[name]) && (names[name].StartsWith('.') || !IsPassedOver(entry)))
            {
                next.Add((entry.FullName, name + 1));
            }
        }

        return next;
    }

    private static (FileSystemInfo[] Entries, Fault? Fault) Entries(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos("*", Everything);
            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return (entries, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], new Fault(folder, null, "cannot be listed", "check that the folder is there and may be read"));
        }
    }

    private static bool IsPassedOver(FileSystemInfo entry) =>
        entry.Name.StartsWith('.')
        || (entry.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Directory)) == (FileAttributes.ReparsePoint | FileAttributes.Directory)
        || (entry.LinkTarget is not null && Directory.Exists(entry.FullName))
        || LedgerFiles.Any(ending => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
