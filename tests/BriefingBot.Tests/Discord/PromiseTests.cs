using System.Reflection;

namespace BriefingBot.Tests.Discord;

/// <summary>What is promised about Discord, and the test that fails without it.</summary>
public sealed class PromiseTests
{
    public static readonly TheoryData<string, Type, string> Promises = new()
    {
        { "1 Gateway: identify with only the intents needed", typeof(GatewayTests), nameof(GatewayTests.The_bot_identifies_once_with_no_privileged_intent) },
        { "1 Gateway: zlib-stream", typeof(GatewayPartsTests), nameof(GatewayPartsTests.Frames_of_one_stream_inflate_however_their_bytes_are_cut) },
        { "1 Gateway: heartbeats when asked", typeof(GatewayTests), nameof(GatewayTests.Asked_for_a_heartbeat_the_bot_sends_one_at_once) },
        { "1 Gateway: a zombie connection is dropped and resumed", typeof(GatewayTests), nameof(GatewayTests.A_connection_whose_heartbeats_are_not_acknowledged_is_dropped_and_resumed) },
        { "1 Gateway: resume with replay", typeof(GatewayTests), nameof(GatewayTests.A_dropped_connection_is_resumed_and_what_was_missed_comes) },
        { "1 Gateway: reconnect on request", typeof(GatewayTests), nameof(GatewayTests.Asked_for_a_new_connection_the_bot_makes_one_and_resumes) },
        { "1 Gateway: invalid sessions", typeof(GatewayTests), nameof(GatewayTests.An_invalid_session_is_resumed_or_started_over_as_Discord_says) },
        { "1 Gateway: backoff and jitter", typeof(GatewayPartsTests), nameof(GatewayPartsTests.Waits_double_up_to_the_longest_and_differ_by_chance) },
        { "1 Gateway: identify limits", typeof(GatewayTests), nameof(GatewayTests.With_no_session_starts_left_the_bot_waits_for_them) },
        { "1 Gateway: close codes recovered", typeof(GatewayTests), nameof(GatewayTests.The_bot_comes_back_after_a_close_code_that_lets_it) },
        { "1 Gateway: close codes that name the setting", typeof(GatewayPartsTests), nameof(GatewayPartsTests.A_close_code_that_no_retry_helps_names_the_setting) },
        { "1 Gateway: one shard", typeof(GatewayTests), nameof(GatewayTests.When_Discord_wants_several_connections_the_run_ends_with_a_sentence) },
        { "1 Gateway: duplicates dropped, malformed survived", typeof(GatewayTests), nameof(GatewayTests.Duplicates_disorder_and_garbage_lose_nothing_and_answer_nothing_twice) },
        { "1 Gateway: unknown fields ignored", typeof(WireTests), nameof(WireTests.Unknown_fields_and_unknown_kinds_are_ignored) },
        { "1 Gateway: handling never on the receive loop", typeof(GatewayTests), nameof(GatewayTests.A_handler_that_hangs_holds_up_nothing_else) },
        { "1 Gateway: the application id is asked for", typeof(PlatformTests), nameof(PlatformTests.The_invite_link_asks_for_just_what_is_used) },
        { "2 REST: buckets", typeof(RestTests), nameof(RestTests.An_exhausted_bucket_is_not_called_until_it_is_full_again) },
        { "2 REST: the global limit", typeof(RestTests), nameof(RestTests.A_global_limit_holds_everything_but_interactions) },
        { "2 REST: Retry-After", typeof(RestTests), nameof(RestTests.A_limited_call_waits_as_long_as_it_is_told_and_is_repeated) },
        { "2 REST: repeated where safe", typeof(RestTests), nameof(RestTests.A_failure_of_theirs_is_repeated_where_that_is_safe) },
        { "2 REST: not repeated where not", typeof(RestTests), nameof(RestTests.A_failure_of_theirs_is_not_repeated_where_it_could_be_done_twice) },
        { "2 REST: the invalid-request ceiling", typeof(RestTests), nameof(RestTests.Well_before_the_ceiling_of_invalid_calls_sending_stops_for_a_while) },
        { "2 REST: uploads with limits", typeof(PlatformTests), nameof(PlatformTests.A_file_is_handed_out_and_one_too_large_is_refused_before_it_is_sent) },
        { "2 REST: downloads", typeof(InteractionTests), nameof(InteractionTests.Adding_a_file_by_option_or_from_a_message_reads_its_bytes) },
        { "2 REST: errors as code and field", typeof(RestTests), nameof(RestTests.A_refusal_says_the_code_and_the_field_that_was_wrong) },
        { "3 Interactions: registered only when changed", typeof(PlatformTests), nameof(PlatformTests.Commands_are_registered_once_and_again_only_when_they_changed) },
        { "3 Interactions: acknowledged, deferred, edited", typeof(InteractionTests), nameof(InteractionTests.A_question_is_acknowledged_at_once_and_answered_by_editing_the_reply) },
        { "3 Interactions: acknowledged through failures", typeof(InteractionTests), nameof(InteractionTests.Acknowledgements_survive_failures_on_the_way) },
        { "3 Interactions: progress at most every 1.2 s", typeof(InteractionTests), nameof(InteractionTests.Progress_is_shown_at_most_every_1_2_seconds_and_the_newest_wins) },
        { "3 Interactions: private replies", typeof(InteractionTests), nameof(InteractionTests.A_private_answer_is_for_the_asker_alone_from_the_first_moment) },
        { "3 Interactions: suggestions under 500 ms", typeof(InteractionTests), nameof(InteractionTests.Suggestions_come_while_typing_and_a_slow_use_case_gives_none_in_time) },
        { "3 Interactions: buttons, selects, modals, after a restart", typeof(InteractionTests), nameof(InteractionTests.Buttons_choices_and_forms_work_and_still_do_after_a_restart) },
        { "3 Interactions: further messages once", typeof(InteractionTests), nameof(InteractionTests.A_long_public_answer_goes_on_in_messages_of_the_channel_each_once) },
        { "3 Interactions: private pages", typeof(InteractionTests), nameof(InteractionTests.A_long_private_answer_has_pages_in_one_message_kept_or_composed_again) },
        { "3 Interactions: finished by the stored token", typeof(InteractionTests), nameof(InteractionTests.An_unanswered_question_is_finished_after_a_restart_by_its_stored_address) },
        { "3 Interactions: else by a channel message", typeof(InteractionTests), nameof(InteractionTests.When_its_token_is_too_old_the_asker_is_told_in_the_channel_and_nothing_private_is) },
        { "4 Mentions ask, typing is shown", typeof(MessageTests), nameof(MessageTests.A_mention_asks_and_is_answered_by_a_reply_that_pings_only_the_asker) },
        { "4 Replies ask", typeof(MessageTests), nameof(MessageTests.A_reply_to_the_bots_post_says_which) },
        { "4 A thread is a conversation", typeof(MessageTests), nameof(MessageTests.A_thread_from_the_bots_post_is_a_conversation_when_content_may_be_read) },
        { "4 The hint comes once", typeof(MessageTests), nameof(MessageTests.In_its_own_thread_a_message_it_cannot_read_gets_a_hint_once_even_after_a_restart) },
        { "4 Default member permissions", typeof(PlatformTests), nameof(PlatformTests.What_editors_alone_may_call_is_offered_to_those_who_manage_the_guild) },
        { "5 The look", typeof(RenderingTests), nameof(RenderingTests.A_brief_reads_as_it_should) },
        { "5 Limits by construction", typeof(RenderingTests), nameof(RenderingTests.Whatever_the_reply_every_message_keeps_every_limit) },
        { "5 No marker leaves its sentence", typeof(RenderingTests), nameof(RenderingTests.No_sentence_loses_its_numbers_and_none_is_torn) },
        { "5 allowed_mentions is explicit", typeof(RenderingTests), nameof(RenderingTests.Bodies_always_say_whom_they_ping_and_that_is_nobody) },
        { "5 Text cannot ping", typeof(RenderingTests), nameof(RenderingTests.Escaped_text_names_nobody) },
        { "5 Text cannot link or format", typeof(RenderingTests), nameof(RenderingTests.Escaped_text_shows_what_was_written_and_nothing_in_it_acts) },
        { "6 The fake is strict", typeof(FakeDiscordTests), nameof(FakeDiscordTests.A_body_Discord_would_refuse_is_refused_with_its_code_and_field) },
        { "6 The fake's deadline", typeof(FakeDiscordTests), nameof(FakeDiscordTests.An_interaction_is_lost_after_three_seconds_and_answered_once) },
        { "6 The fake's page", typeof(FakeDiscordTests), nameof(FakeDiscordTests.The_page_shows_what_is_said_and_takes_part) },
        { "7 The token is never logged", typeof(GatewayTests), nameof(GatewayTests.The_token_is_in_no_log_line) },
        { "7 The program prints the invite link", typeof(PlatformTests), nameof(PlatformTests.The_invite_link_asks_for_just_what_is_used) },
        { "Conformance: what every platform promises", typeof(DiscordConformanceTests), nameof(DiscordConformanceTests.The_same_key_posts_once) },
        { "Chaos", typeof(ChaosTests), nameof(ChaosTests.Three_hundred_questions_over_ten_channels_are_answered_once_while_everything_misbehaves) },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public void Every_promise_has_a_test_that_runs(string promise, Type tests, string name)
    {
        Assert.NotEmpty(promise);
        var method = tests.GetMethod(name, BindingFlags.Public | BindingFlags.Instance);
        Assert.NotNull(method?.GetCustomAttribute<FactAttribute>());
        Assert.Null(method.GetCustomAttribute<FactAttribute>()!.Skip);
    }
}
