using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot;

/// <summary>A key that no option has is a slip of the pen; left alone it would silently change nothing.</summary>
internal sealed class KnownKeys<T>(IConfigurationSection section) : IValidateOptions<T> where T : class
{
    private static readonly string[] Names = [.. typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name)];

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var strangers = section.GetChildren()
            .Where(child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is no setting; {section.Path} has {string.Join(", ", Names)}")
            .ToList();
        return strangers.Count > 0 ? ValidateOptionsResult.Fail(strangers) : ValidateOptionsResult.Success;
    }
}
