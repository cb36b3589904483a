using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Language.Model;

/// <summary>
/// Reads and writes networks that are used together. The file: eight bytes of magic, the format's version, the length and SHA-256 of the rest; then
/// sizes, tag names, hashes of the words, and for each network tables of vectors (a byte for each value, a scale for each row),
/// matrices in half precision, vectors in single precision. All little-endian.
/// </summary>
internal static unsafe class ModelFile
{
    private const int Version = 3;
    private const int HeaderLength = 8 + 4 + 8 + 32;

    private static ReadOnlySpan<byte> Magic => "PARLEYLM"u8;

    /// <summary>Writes networks that have the same shape and words.</summary>
    public static void Write(IReadOnlyList<Network> networks, Stream stream)
    {
        var network = networks[0];
        if (networks.Any(n => n.Shape != network.Shape || !n.Words.Hashes.AsSpan().SequenceEqual(network.Words.Hashes)))
        {
            throw new ArgumentException("The networks differ in shape or words.", nameof(networks));
        }

        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var size in Sizes(network.Shape))
            {
                writer.Write(size);
            }

            foreach (var group in network.TagNames)
            {
                writer.Write(group.Length);
                foreach (var name in group)
                {
                    writer.Write(name);
                }
            }

            writer.Write(network.Words.Hashes.Length);
            foreach (var hash in network.Words.Hashes)
            {
                writer.Write(hash);
            }

            writer.Write(networks.Count);
            foreach (var member in networks)
            {
                WriteWeights(writer, member);
            }
        }

        var bytes = payload.ToArray();
        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(header[12..], bytes.Length);
        SHA256.HashData(bytes, header[20..]);
        stream.Write(header);
        stream.Write(bytes);
    }

    /// <summary>Reads networks.</summary>
    /// <exception cref="InvalidDataException">The stream holds no model, one of another version, or a damaged one.</exception>
    public static IReadOnlyList<Network> Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        var length = ReadLength(header[..stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false)]);
        var bytes = GC.AllocateUninitializedArray<byte>((int)length, pinned: true);
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw CutOff();
        }

        return ReadPayload(header, (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes)), bytes.Length, bytes);
    }

    /// <summary>Reads networks from memory that stays where it is; their tables are used there, not copied.</summary>
    /// <param name="file">The first byte of the model.</param>
    /// <param name="available">Number of bytes that are readable.</param>
    /// <param name="owner">What keeps that memory.</param>
    /// <exception cref="InvalidDataException">There is no model, one of another version, or a damaged one.</exception>
    public static IReadOnlyList<Network> Read(byte* file, long available, object owner)
    {
        var header = new ReadOnlySpan<byte>(file, (int)Math.Min(available, HeaderLength));
        var length = ReadLength(header);
        return available - HeaderLength < length ? throw CutOff() : ReadPayload(header, file + HeaderLength, length, owner);
    }

    /// <summary>The length of what follows a header.</summary>
    private static long ReadLength(ReadOnlySpan<byte> header)
    {
        if (header.Length < HeaderLength || !header.StartsWith(Magic))
        {
            throw new InvalidDataException("This is not a Parley language model.");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (version != Version)
        {
            throw new InvalidDataException($"The language model has format {version}; this program reads format {Version}.");
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(header[12..]);
        return length is >= 0 and <= 256 << 20 ? length : throw new InvalidDataException("The language model is damaged: its length cannot be right.");
    }

    private static Network[] ReadPayload(ReadOnlySpan<byte> header, byte* payload, long length, object owner)
    {
        if (!SHA256.HashData(new ReadOnlySpan<byte>(payload, (int)length)).AsSpan().SequenceEqual(header[20..HeaderLength]))
        {
            throw new InvalidDataException("The language model is damaged: its checksum does not fit.");
        }

        using var reader = new BinaryReader(new UnmanagedMemoryStream(payload, length), Encoding.UTF8);
        var shape = new NetworkShape(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        foreach (var size in Sizes(shape).Skip(3))
        {
            if (reader.ReadInt32() != size)
            {
                throw new InvalidDataException("The language model was made for other features than this program's.");
            }
        }

        var names = new string[AuxiliaryTags.Groups + 1][];
        for (var g = 0; g < names.Length; g++)
        {
            names[g] = new string[reader.ReadInt32()];
            for (var i = 0; i < names[g].Length; i++)
            {
                names[g][i] = reader.ReadString();
            }
        }

        var hashes = new ulong[reader.ReadInt32()];
        Fill(reader, MemoryMarshal.AsBytes(hashes.AsSpan()));
        var words = new WordIndex(hashes);
        var networks = new Network[reader.ReadInt32()];
        for (var n = 0; n < networks.Length; n++)
        {
            var tables = TokenFeatures.Tables
                .Select((t, i) => (Rows: TokenFeatures.RowsOf(i, words.Count), t.Width))
                .Select(t => new VectorTable(t.Rows, t.Width, Take(reader, payload, VectorTable.QuantizedLength(t.Rows, t.Width)), owner));
            networks[n] = new Network(shape, words, [.. tables]) { TagNames = names };
            ReadWeights(reader, payload, networks[n]);
        }

        return networks;
    }

    private static void WriteWeights(BinaryWriter writer, Network network)
    {
        foreach (var table in network.Tables)
        {
            WriteTable(writer, table);
        }

        foreach (var matrix in Matrices(network))
        {
            for (var row = 0; row < matrix.Weights.Rows; row++)
            {
                for (var column = 0; column < matrix.Weights.Columns; column++)
                {
                    writer.Write((Half)matrix.Weights[row, column]);
                }
            }
        }

        foreach (var (buffer, length) in Vectors(network))
        {
            writer.Write(MemoryMarshal.AsBytes(buffer.Span(0, length)));
        }

        writer.Write(MemoryMarshal.AsBytes<float>(network.Transitions));
    }

    private static void ReadWeights(BinaryReader reader, byte* payload, Network network)
    {
        using var floats = new FloatBuffer();
        foreach (var (matrix, rows, columns) in Matrices(network))
        {
            var halves = (Half*)Take(reader, payload, (long)rows * columns * sizeof(Half));
            Widen(halves, floats.Reserve((long)rows * columns), rows * columns);
            matrix.Pack(floats.Pointer, rows, columns, columns);
        }

        foreach (var (buffer, count) in Vectors(network))
        {
            buffer.Reserve(count);
            Fill(reader, MemoryMarshal.AsBytes(buffer.Span(0, count)));
        }

        Fill(reader, MemoryMarshal.AsBytes(network.Transitions.AsSpan()));
    }

    /// <summary>What must be the same in the file and in the program.</summary>
    private static int[] Sizes(NetworkShape shape) =>
    [
        shape.Units, shape.Layers, shape.LinkWidth,
        TokenFeatures.Count, TokenFeatures.Width, TokenFeatures.FormBuckets, TokenFeatures.AffixBuckets, TokenFeatures.FlagBuckets,
        Labels.Padded, AuxiliaryTags.Width, LinkFeatures.Rows, TreeScorer.Units, TreeScorer.Columns, TreeScorer.Relations,
    ];

    private static IEnumerable<(PackedMatrix Weights, int Rows, int Columns)> Matrices(Network network)
    {
        foreach (var cells in network.AllCells.SelectMany(l => l))
        {
            yield return (cells.InputWeights, cells.Inputs, 4 * cells.Units);
            yield return (cells.StateWeights, cells.Units, 4 * cells.Units);
        }

        foreach (var layer in Layers(network))
        {
            yield return (layer.Weights, layer.Inputs, layer.Outputs);
        }
    }

    private static IEnumerable<(FloatBuffer Floats, int Length)> Vectors(Network network)
    {
        foreach (var cells in network.AllCells.SelectMany(l => l))
        {
            yield return (cells.Bias, 4 * cells.Units);
        }

        foreach (var layer in Layers(network))
        {
            yield return (layer.Bias, layer.Outputs);
        }

        yield return (network.Links.Relations, 2 * LinkFeatures.Rows * network.Links.Width);
        yield return (network.Links.Directions, 2 * network.Links.Width);
        yield return (network.Trees.Root, TreeScorer.Columns);
    }

    private static DenseLayer[] Layers(Network network) =>
    [
        network.Scores, network.Auxiliary, network.Links.Contents, network.Links.Cues, network.Links.Sources,
        network.Trees.Tokens, network.Trees.Arcs, network.Trees.Labels,
    ];

    private static void WriteTable(BinaryWriter writer, VectorTable table)
    {
        var vector = new float[table.Width];
        var quantized = new sbyte[table.Width];
        for (var row = 0; row < table.Rows; row++)
        {
            fixed (float* first = vector)
            {
                table.Sum([row], first);
            }

            var scale = TensorPrimitives.MaxMagnitude<float>(vector) is var m && MathF.Abs(m) > 0 ? MathF.Abs(m) / 127 : 1;
            for (var i = 0; i < vector.Length; i++)
            {
                quantized[i] = (sbyte)MathF.Round(vector[i] / scale);
            }

            writer.Write(scale);
            writer.Write(MemoryMarshal.AsBytes<sbyte>(quantized));
        }
    }

    /// <summary>Where the next bytes of the payload lie; the reader goes on after them.</summary>
    private static byte* Take(BinaryReader reader, byte* payload, long length)
    {
        var start = reader.BaseStream.Position;
        if (length > reader.BaseStream.Length - start)
        {
            throw EndsTooSoon();
        }

        reader.BaseStream.Position = start + length;
        return payload + start;
    }

    // This loop sees millions of values when the program starts, before the runtime would find it worth optimizing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(Half* from, float* to, int count)
    {
        for (var i = 0; i < count; i++)
        {
            to[i] = (float)from[i];
        }
    }

    private static void Fill(BinaryReader reader, Span<byte> bytes)
    {
        if (reader.Read(bytes) < bytes.Length)
        {
            throw EndsTooSoon();
        }
    }

    private static InvalidDataException CutOff() => new("The language model is cut off.");

    private static InvalidDataException EndsTooSoon() => new("The language model is damaged: it ends too soon.");
}
