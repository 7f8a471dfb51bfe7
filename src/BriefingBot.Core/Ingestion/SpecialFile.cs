using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace BriefingBot.Core.Ingestion;

/// <summary>Tells files from pipes, devices and sockets without opening them.</summary>
internal static class SpecialFile
{
    private const int CurrentFolder = -100;
    private const uint Type = 1;
    private const int ModeAt = 28;
    private const int KindBits = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>False where the system cannot be asked: elsewhere than on Linux.</summary>
    public static bool IsOne(string path)
    {
        if (!OperatingSystem.IsLinux()) return false;
        // struct statx (man 2 statx): 256 bytes, the mode as two bytes at 28; the same layout on every processor.
        var answer = new byte[256];
        if (Statx(CurrentFolder, Encoding.UTF8.GetBytes(path + '\0'), 0, Type, answer) != 0) return false;
        var mode = BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(ModeAt)) : BinaryPrimitives.ReadUInt16BigEndian(answer.AsSpan(ModeAt));
        return (mode & KindBits) != RegularFile;
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] answer);
}
