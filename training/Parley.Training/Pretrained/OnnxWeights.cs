using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Parley.Training.Pretrained;

/// <summary>A tensor of single-precision numbers, row by row.</summary>
internal sealed record OnnxTensor(string Name, int[] Shape, float[] Values);

/// <summary>The tensors of an ONNX file (onnx.proto3), in file order. Only what holds weights is read; the graph is not.</summary>
internal static class OnnxWeights
{
    private const int Graph = 7;
    private const int Initializer = 5;
    private const int Single = 1;

    /// <summary>Reads the tensors of single precision.</summary>
    /// <exception cref="InvalidDataException">The file is cut off or no ONNX file.</exception>
    public static List<OnnxTensor> Read(string path)
    {
        ReadOnlyMemory<byte> model = File.ReadAllBytes(path);
        var tensors = new List<OnnxTensor>();
        while (Next(ref model, out var field, out _, out var graph))
        {
            while (field == Graph && Next(ref graph, out var inner, out _, out var tensor))
            {
                if (inner == Initializer && ReadTensor(tensor) is { } read)
                {
                    tensors.Add(read);
                }
            }
        }

        return tensors;
    }

    private static OnnxTensor? ReadTensor(ReadOnlyMemory<byte> message)
    {
        var (name, kind, shape) = ("", 0, new List<int>());
        ReadOnlyMemory<byte> raw = default;
        while (Next(ref message, out var field, out var number, out var bytes))
        {
            switch (field)
            {
                case 1 when bytes.IsEmpty:
                    shape.Add((int)number);
                    break;
                case 1:
                    while (!bytes.IsEmpty)
                    {
                        shape.Add((int)Varint(ref bytes));
                    }

                    break;
                case 2:
                    kind = (int)number;
                    break;
                case 8:
                    name = Encoding.UTF8.GetString(bytes.Span);
                    break;
                case 9:
                    raw = bytes;
                    break;
            }
        }

        return kind == Single ? new OnnxTensor(name, [.. shape], MemoryMarshal.Cast<byte, float>(raw.Span).ToArray()) : null;
    }

    private static bool Next(ref ReadOnlyMemory<byte> message, out int field, out ulong number, out ReadOnlyMemory<byte> bytes)
    {
        (field, number) = (0, 0);
        bytes = default;
        if (message.IsEmpty)
        {
            return false;
        }

        var key = Varint(ref message);
        field = (int)(key >> 3);
        switch (key & 7)
        {
            case 0:
                number = Varint(ref message);
                break;
            case 1:
                number = BinaryPrimitives.ReadUInt64LittleEndian(Take(ref message, 8).Span);
                break;
            case 2:
                bytes = Take(ref message, Varint(ref message));
                break;
            case 5:
                number = BinaryPrimitives.ReadUInt32LittleEndian(Take(ref message, 4).Span);
                break;
            default:
                throw new InvalidDataException("This is not an ONNX file.");
        }

        return true;
    }

    private static ulong Varint(ref ReadOnlyMemory<byte> message)
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Take(ref message, 1).Span[0];
            value |= (ulong)(b & 127) << shift;
            if (b < 128)
            {
                return value;
            }
        }

        throw new InvalidDataException("This is not an ONNX file.");
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> message, ulong length)
    {
        if (length > (ulong)message.Length)
        {
            throw new InvalidDataException("The ONNX file is cut off.");
        }

        var taken = message[..(int)length];
        message = message[(int)length..];
        return taken;
    }
}
