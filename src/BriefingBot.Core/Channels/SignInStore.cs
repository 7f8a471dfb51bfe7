using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Chat;
using BriefingBot.Core.Libraries;
using Dapper;

namespace BriefingBot.Core.Channels;

/// <summary>
/// Invitations to the page and the sessions they became, in bot.db. Their secrets are random (130 and 256 bits), so a plain hash is kept of them: there is
/// nothing to guess (https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html).
/// </summary>
public sealed class SignInStore(BotFile bot, TimeProvider time)
{
    /// <summary>How long a link can be opened.</summary>
    public static readonly TimeSpan InviteLasts = TimeSpan.FromDays(1);

    /// <summary>How long a person stays signed in.</summary>
    public static readonly TimeSpan SessionLasts = TimeSpan.FromDays(30);

    private const string Columns = "id Id, person Person, role Role, begun_utc Begun, expires_utc Expires";
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Invites a person.</summary>
    /// <returns>The secret of the link: it signs in once, and is not kept.</returns>
    public string Invite(string person, DeskRole role)
    {
        ArgumentException.ThrowIfNullOrEmpty(person);
        var code = RandomNumberGenerator.GetString(Alphabet, 26);
        var now = time.GetUtcNow();
        bot.Database.Write((connection, transaction) => connection.Sqlite.Execute(
            "insert into web_invites (code_hash, person, role, made_utc, expires_utc) values ($Hash, $person, $Role, $Made, $Expires)",
            new { Hash = Hash(code), person, Role = role.ToStored(), Made = now.ToStored(), Expires = (now + InviteLasts).ToStored() }, transaction));
        return code;
    }

    /// <summary>Turns a link's secret into a session, once.</summary>
    /// <returns>The session and its secret; null where the link is none of ours, was used before, or is too old.</returns>
    public (WebSession Session, string Key)? Redeem(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var key = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var now = time.GetUtcNow();
        return bot.Database.Write<(WebSession, string)?>((connection, transaction) =>
        {
            var invite = connection.Sqlite.Query<(string Person, string Role)>(
                "delete from web_invites where code_hash = $Hash and expires_utc > $Now returning person, role", new { Hash = Hash(code), Now = now.ToStored() }, transaction).ToList();
            connection.Sqlite.Execute("delete from web_invites where expires_utc <= $Now; delete from web_sessions where expires_utc <= $Now", new { Now = now.ToStored() }, transaction);
            if (invite is not [var (person, role)]) return null;
            var session = new WebSession(ShortId.New(), person, Binding.Word<DeskRole>(role), now, now + SessionLasts);
            connection.Sqlite.Execute(
                "insert into web_sessions (id, key_hash, person, role, begun_utc, expires_utc) values ($Id, $Hash, $Person, $Role, $Begun, $Expires)",
                new { session.Id, Hash = Hash(key), session.Person, Role = role, Begun = session.BegunUtc.ToStored(), Expires = session.ExpiresUtc.ToStored() }, transaction);
            return (session, key);
        });
    }

    /// <summary>The session of a secret; null where there is none that still lasts.</summary>
    public WebSession? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Query("where key_hash = $Hash and expires_utc > $Now", new { Hash = Hash(key), Now }).FirstOrDefault();
    }

    /// <summary>Everyone who is signed in, the newest first.</summary>
    public IReadOnlyList<WebSession> List() => Query("where expires_utc > $Now order by begun_utc desc, id", new { Now });

    /// <summary>Ends a session. False where there is none of that id.</summary>
    public bool End(string id) => bot.Database.Write((connection, transaction) =>
        connection.Sqlite.Execute("delete from web_sessions where id = $id", new { id }, transaction)) > 0;

    /// <summary>Ends a person's sessions and takes back their invitations.</summary>
    /// <returns>The number of sessions.</returns>
    public int Forget(string person) => bot.Database.Write((connection, transaction) =>
    {
        connection.Sqlite.Execute("delete from web_invites where person = $person", new { person }, transaction);
        return connection.Sqlite.Execute("delete from web_sessions where person = $person", new { person }, transaction);
    });

    private string Now => time.GetUtcNow().ToStored();

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private List<WebSession> Query(string which, object key) => bot.Database.Read((connection, transaction) =>
        connection.Sqlite.Query<Row>($"select {Columns} from web_sessions {which}", key, transaction)
            .Select(row => new WebSession(row.Id, row.Person, Binding.Word<DeskRole>(row.Role), Binding.Instant(row.Begun), Binding.Instant(row.Expires))).ToList());

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Person { get; init; } = "";
        public string Role { get; init; } = "";
        public string Begun { get; init; } = "";
        public string Expires { get; init; } = "";
    }
}
