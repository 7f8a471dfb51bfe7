using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Briefing.Models;

/// <summary>What an extractive brief was made from.</summary>
internal sealed record BriefMaterial(RetrievalResult Retrieved, Draft Draft);
