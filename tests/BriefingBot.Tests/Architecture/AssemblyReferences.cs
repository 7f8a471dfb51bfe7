using System.Collections.Frozen;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BriefingBot.Tests.Architecture;

/// <summary>
/// Which types of an assembly use which other types of the same assembly, read from its metadata and IL
/// (ECMA-335, partitions II and III): bases, interfaces, signatures, attributes, locals and every token in a method body.
/// Constants the compiler has folded in leave no trace and are not seen.
/// </summary>
internal sealed class AssemblyReferences : IDisposable
{
    private static readonly FrozenDictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => unchecked((ushort)code.Value));

    private readonly PEReader file;
    private readonly MetadataReader reader;

    public AssemblyReferences(string path)
    {
        file = new PEReader(File.OpenRead(path));
        reader = file.GetMetadataReader();
    }

    public IReadOnlyList<string> ReferencedAssemblies =>
        [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];

    /// <summary>Every pair (user, used) of full type names, nested types standing for their outermost type.</summary>
    public IReadOnlySet<(string User, string Used)> Read()
    {
        var pairs = new HashSet<(string, string)>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var used = new TypeCollector(reader);
            Collect(handle, used);
            var user = NameOf(handle);
            pairs.UnionWith(used.Found.Select(found => (user, NameOf(found))).Where(pair => pair.Item1 != pair.Item2));
        }

        return pairs;
    }

    public void Dispose() => file.Dispose();

    private void Collect(TypeDefinitionHandle handle, TypeCollector used)
    {
        var type = reader.GetTypeDefinition(handle);
        used.Add(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            used.Add(reader.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var parameter in type.GetGenericParameters())
        {
            CollectConstraints(parameter, used);
        }

        foreach (var field in type.GetFields())
        {
            used.AddMember(field);
        }

        CollectAttributes(type.GetCustomAttributes(), used);
        foreach (var method in type.GetMethods())
        {
            Collect(method, used);
        }
    }

    private void Collect(MethodDefinitionHandle handle, TypeCollector used)
    {
        var method = reader.GetMethodDefinition(handle);
        used.AddMember(handle);
        CollectAttributes(method.GetCustomAttributes(), used);
        foreach (var parameter in method.GetGenericParameters())
        {
            CollectConstraints(parameter, used);
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            used.AddLocals(body.LocalSignature);
        }

        foreach (var region in body.ExceptionRegions)
        {
            used.Add(region.CatchType);
        }

        CollectTokens(body.GetILReader(), used);
    }

    private static void CollectTokens(BlobReader il, TypeCollector used)
    {
        while (il.RemainingBytes > 0)
        {
            int first = il.ReadByte();
            var code = OpCodesByValue[first == 0xFE ? (ushort)(0xFE00 | il.ReadByte()) : (ushort)first];
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    used.Add(MetadataTokens.EntityHandle(il.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    il.Offset += 4 * targets;
                    break;
                default:
                    il.Offset += SizeOf(code.OperandType);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void CollectConstraints(GenericParameterHandle handle, TypeCollector used)
    {
        foreach (var constraint in reader.GetGenericParameter(handle).GetConstraints())
        {
            used.Add(reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void CollectAttributes(CustomAttributeHandleCollection attributes, TypeCollector used)
    {
        foreach (var attribute in attributes)
        {
            used.Add(reader.GetCustomAttribute(attribute).Constructor);
        }
    }

    private string NameOf(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        return reader.GetString(type.Namespace) + "." + reader.GetString(type.Name);
    }
}
