using System.IO.MemoryMappedFiles;

namespace BriefingBot.Benchmarks.Fuzz;

/// <summary>The bytes a parser is at, where they outlive its process: four bytes of length, then the bytes.</summary>
internal sealed class InputFile(string path) : IDisposable
{
    private const int Room = ByteMutator.Longest + 100_000;

    private readonly MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, mapName: null, sizeof(int) + Room);
    private MemoryMappedViewAccessor? view;

    public void Write(byte[] input)
    {
        view ??= file.CreateViewAccessor();
        view.WriteArray(sizeof(int), input, 0, input.Length);
        view.Write(0, input.Length);
    }

    public static byte[] Read(string path)
    {
        if (!File.Exists(path)) return [];
        var bytes = File.ReadAllBytes(path);
        return bytes.Length < sizeof(int) ? [] : bytes.AsSpan(sizeof(int), BitConverter.ToInt32(bytes)).ToArray();
    }

    public void Dispose()
    {
        view?.Dispose();
        file.Dispose();
    }
}
