using System.IO.Compression;
using System.Text;

namespace BriefingBot.Core.Evaluation.Sets;

/// <summary>One text file of a labelled set, plain or gzipped, read line by line with line numbers for messages.</summary>
internal sealed class SetFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private SetFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>The file itself; it must exist.</summary>
    public static SetFile At(string path) =>
        File.Exists(path) ? new SetFile(path) : throw new LabelledSetException($"{path}: there is no such file. Give the path of a file that exists.");

    /// <summary><c>name</c> in the folder, or <c>name.gz</c>.</summary>
    /// <exception cref="LabelledSetException">when the folder or both files are missing</exception>
    public static SetFile In(string directory, string name)
    {
        if (!Directory.Exists(directory))
            throw new LabelledSetException($"{directory}: there is no such folder. A labelled set of this kind is a folder that holds {name}.");
        var path = System.IO.Path.Combine(directory, name);
        if (File.Exists(path))
            return new SetFile(path);
        return File.Exists(path + ".gz")
            ? new SetFile(path + ".gz")
            : throw new LabelledSetException($"{directory}: the folder holds neither {name} nor {name}.gz, and a labelled set of this kind needs one of them.");
    }

    /// <summary>Lines that are not blank, with their number from 1. A byte order mark is dropped.</summary>
    public IEnumerable<(int Number, string Text)> Lines()
    {
        using var reader = Open();
        for (var number = 1; ; number++)
        {
            if (Next(reader, number) is not { } line)
                yield break;
            if (!string.IsNullOrWhiteSpace(line))
                yield return (number, line);
        }
    }

    private StreamReader Open()
    {
        Stream stream;
        try
        {
            stream = File.OpenRead(Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LabelledSetException($"{Path}: the file cannot be opened ({fault.Message}).", fault);
        }

        if (Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            stream = new GZipStream(stream, CompressionMode.Decompress);
        return new StreamReader(stream, Strict);
    }

    private string? Next(StreamReader reader, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (InvalidDataException fault)
        {
            throw new LabelledSetException(Path, number, "the gzip data is damaged. Compress the file again.", fault);
        }
        catch (DecoderFallbackException fault)
        {
            throw new LabelledSetException(Path, number, "the text is not UTF-8. Save the file as UTF-8.", fault);
        }
        catch (IOException fault)
        {
            throw new LabelledSetException(Path, number, $"the file cannot be read ({fault.Message}).", fault);
        }
    }
}
