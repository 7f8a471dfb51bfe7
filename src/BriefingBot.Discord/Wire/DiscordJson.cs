using System.Text.Json;
using System.Text.Json.Serialization;

namespace BriefingBot.Discord.Wire;

/// <summary>
/// Everything that travels, read and written by generated code. Names are snake_case; members that are not listed are
/// ignored, so that what Discord adds tomorrow is no error; numbers may come as text. Members with a default have setters,
/// not initialisers: generated code would overwrite the default of one that is missing.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GatewayFrame))]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(HeartbeatFrame))]
[JsonSerializable(typeof(IdentifyFrame))]
[JsonSerializable(typeof(ResumeFrame))]
[JsonSerializable(typeof(ReadyData))]
[JsonSerializable(typeof(GatewayAddress))]
[JsonSerializable(typeof(DiscordApplication))]
[JsonSerializable(typeof(DiscordChannel))]
[JsonSerializable(typeof(DiscordGuild))]
[JsonSerializable(typeof(DiscordUser))]
[JsonSerializable(typeof(GuildMember))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(DiscordMessage[]))]
[JsonSerializable(typeof(ApplicationCommand[]))]
[JsonSerializable(typeof(DirectMessageBody))]
internal sealed partial class DiscordJson : JsonSerializerContext;
