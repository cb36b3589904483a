using Parley.Language.Model;

namespace Parley.Training.Commands;

/// <summary>The model that a command works with.</summary>
internal static class ModelOption
{
    public static IReadOnlyList<Network> Load(FileInfo? file)
    {
        if (file is null)
        {
            return LanguageModel.Shipped.Networks;
        }

        using var stream = file.OpenRead();
        return ModelFile.Read(stream);
    }
}
