using System.Reflection;
using BriefingBot.Tests.Cli;
using BriefingBot.Tests.Commands;

namespace BriefingBot.Tests.Discord;

/// <summary>What is promised about Discord, and the test that fails without it.</summary>
public sealed class PromiseTests
{
    public static readonly TheoryData<string, Type, string> Promises = new()
    {
        { "1 Gateway: identify with only the intents needed", typeof(GatewayTests), nameof(GatewayTests.The_bot_identifies_once_with_no_privileged_intent) },
        { "1 Gateway: message content only when the settings say so", typeof(GatewayTests), nameof(GatewayTests.Message_content_is_asked_for_only_when_the_settings_say_so) },
        { "1 Gateway: zlib-stream", typeof(GatewayPartsTests), nameof(GatewayPartsTests.Frames_of_one_stream_inflate_however_their_bytes_are_cut) },
        { "1 Gateway: heartbeats when asked", typeof(GatewayTests), nameof(GatewayTests.Asked_for_a_heartbeat_the_bot_sends_one_at_once) },
        { "1 Gateway: the first heartbeat comes at a time of chance", typeof(GatewayPartsTests), nameof(GatewayPartsTests.Waits_double_up_to_the_longest_and_differ_by_chance) },
        { "1 Gateway: a zombie connection is dropped and resumed", typeof(GatewayTests), nameof(GatewayTests.A_connection_whose_heartbeats_are_not_acknowledged_is_dropped_and_resumed) },
        { "1 Gateway: resume at resume_gateway_url, with replay", typeof(GatewayTests), nameof(GatewayTests.A_dropped_connection_is_resumed_and_what_was_missed_comes) },
        { "1 Gateway: resume misses nothing whatever the order", typeof(GatewayPartsTests), nameof(GatewayPartsTests.Whatever_the_order_each_event_is_new_once_and_resuming_misses_none) },
        { "1 Gateway: reconnect on request", typeof(GatewayTests), nameof(GatewayTests.Asked_for_a_new_connection_the_bot_makes_one_and_resumes) },
        { "1 Gateway: invalid sessions", typeof(GatewayTests), nameof(GatewayTests.An_invalid_session_is_resumed_or_started_over_as_Discord_says) },
        { "1 Gateway: backoff and jitter", typeof(GatewayPartsTests), nameof(GatewayPartsTests.Waits_double_up_to_the_longest_and_differ_by_chance) },
        { "1 Gateway: identify limits", typeof(GatewayTests), nameof(GatewayTests.With_no_session_starts_left_the_bot_waits_for_them) },
        { "1 Gateway: close codes recovered", typeof(GatewayTests), nameof(GatewayTests.The_bot_comes_back_after_a_close_code_that_lets_it) },
        { "1 Gateway: close codes that name the setting", typeof(GatewayPartsTests), nameof(GatewayPartsTests.A_close_code_that_no_retry_helps_names_the_setting) },
        { "1 Gateway: a refused token ends the run with its setting", typeof(GatewayTests), nameof(GatewayTests.A_refused_token_ends_the_run_with_the_setting_to_change) },
        { "1 Gateway: an intent not granted ends the run with its setting", typeof(GatewayTests), nameof(GatewayTests.An_intent_that_is_not_granted_ends_the_run_with_the_setting_to_change) },
        { "1 Gateway: one shard", typeof(GatewayTests), nameof(GatewayTests.When_Discord_wants_several_connections_the_run_ends_with_a_sentence) },
        { "1 Gateway: duplicates dropped, malformed events survived", typeof(GatewayTests), nameof(GatewayTests.Duplicates_disorder_and_garbage_lose_nothing_and_answer_nothing_twice) },
        { "1 Gateway: unknown events and fields ignored", typeof(WireTests), nameof(WireTests.Unknown_fields_and_unknown_kinds_are_ignored) },
        { "1 Gateway: malformed messages are a fault that is caught", typeof(WireTests), nameof(WireTests.A_malformed_message_is_a_fault_that_can_be_caught) },
        { "1 Gateway: handling never on the receive loop", typeof(GatewayTests), nameof(GatewayTests.A_handler_that_hangs_holds_up_nothing_else) },
        { "1 Gateway: the application id is asked for, the token opaque", typeof(PlatformTests), nameof(PlatformTests.The_invite_link_asks_for_just_what_is_used) },
        { "1 Gateway: the application id may be the user id", typeof(GatewayTests), nameof(GatewayTests.The_application_may_have_the_id_of_its_user) },
        { "2 REST: buckets from the headers", typeof(RestTests), nameof(RestTests.An_exhausted_bucket_is_not_called_until_it_is_full_again) },
        { "2 REST: the global limit", typeof(RestTests), nameof(RestTests.A_global_limit_holds_everything_but_interactions) },
        { "2 REST: Retry-After", typeof(RestTests), nameof(RestTests.A_limited_call_waits_as_long_as_it_is_told_and_is_repeated) },
        { "2 REST: 5xx repeated where safe", typeof(RestTests), nameof(RestTests.A_failure_of_theirs_is_repeated_where_that_is_safe) },
        { "2 REST: 5xx not repeated where not", typeof(RestTests), nameof(RestTests.A_failure_of_theirs_is_not_repeated_where_it_could_be_done_twice) },
        { "2 REST: timeouts repeated where safe, and ending", typeof(RestTests), nameof(RestTests.A_call_that_gets_no_answer_is_repeated_where_that_is_safe_and_ends_in_time) },
        { "2 REST: the invalid-request ceiling", typeof(RestTests), nameof(RestTests.Well_before_the_ceiling_of_invalid_calls_sending_stops_for_a_while) },
        { "2 REST: uploads with limits", typeof(PlatformTests), nameof(PlatformTests.A_file_is_handed_out_and_one_too_large_is_refused_before_it_is_sent) },
        { "2 REST: downloads", typeof(InteractionTests), nameof(InteractionTests.Adding_a_file_by_option_or_from_a_message_reads_its_bytes) },
        { "2 REST: downloads with limits", typeof(MessageCommandTests), nameof(MessageCommandTests.A_file_is_read_up_to_the_limit_whatever_its_size_was_said_to_be) },
        { "2 REST: errors as code and field", typeof(RestTests), nameof(RestTests.A_refusal_says_the_code_and_the_field_that_was_wrong) },
        { "3 Interactions: registered only when changed, globally or in one guild", typeof(PlatformTests), nameof(PlatformTests.Commands_are_registered_once_and_again_only_when_they_changed) },
        { "3 Interactions: the commands are the catalogue's", typeof(ServeTests), nameof(ServeTests.The_menu_in_Discord_is_the_catalogue) },
        { "3 Interactions: acknowledged, deferred, edited", typeof(InteractionTests), nameof(InteractionTests.A_question_is_acknowledged_at_once_and_answered_by_editing_the_reply) },
        { "3 Interactions: acknowledged through failures", typeof(InteractionTests), nameof(InteractionTests.Acknowledgements_survive_failures_on_the_way) },
        { "3 Interactions: acknowledged whatever else is going on", typeof(GatewayTests), nameof(GatewayTests.A_handler_that_hangs_holds_up_nothing_else) },
        { "3 Interactions: progress at most every 1.2 s", typeof(ProgressTests), nameof(ProgressTests.Progress_is_shown_at_most_every_1_2_seconds_and_the_newest_wins) },
        { "3 Interactions: no progress after the reply", typeof(ProgressTests), nameof(ProgressTests.Once_closed_it_shows_nothing_more_and_nothing_is_under_way) },
        { "3 Interactions: private replies", typeof(InteractionTests), nameof(InteractionTests.A_private_answer_is_for_the_asker_alone_from_the_first_moment) },
        { "3 Interactions: a reply for one alone leaves nothing public", typeof(InteractionTests), nameof(InteractionTests.A_reply_for_one_alone_leaves_nothing_public_behind) },
        { "3 Interactions: what comes of a private answer is private", typeof(ServeTests), nameof(ServeTests.Whatever_comes_of_a_private_answer_is_private) },
        { "3 Interactions: suggestions under 500 ms", typeof(InteractionTests), nameof(InteractionTests.Suggestions_come_while_typing_and_a_slow_use_case_gives_none_in_time) },
        { "3 Interactions: buttons, selects, modals", typeof(InteractionTests), nameof(InteractionTests.Buttons_choices_and_forms_work_and_still_do_after_a_restart) },
        { "3 Interactions: message commands, whatever the catalogue lists", typeof(MessageCommandTests), nameof(MessageCommandTests.Every_command_with_a_label_is_offered_on_messages_and_gets_the_messages_text_and_files) },
        { "3 Interactions: \"Add to the library\" with attachments", typeof(ServeTests), nameof(ServeTests.A_file_on_a_message_is_added_by_its_menu_and_answers_from_then_on) },
        { "3 Interactions: further messages once, under their nonce", typeof(InteractionTests), nameof(InteractionTests.A_long_public_answer_goes_on_in_messages_of_the_channel_each_once) },
        { "3 Interactions: written anew, nothing stale is left", typeof(OverflowTests), nameof(OverflowTests.A_reply_written_anew_leaves_nothing_of_the_longer_one_before) },
        { "3 Interactions: private pages of one message", typeof(InteractionTests), nameof(InteractionTests.A_long_private_answer_has_pages_in_one_message_kept_or_composed_again) },
        { "3 Interactions: finished after a restart by the stored token", typeof(RestartTests), nameof(RestartTests.A_question_the_end_of_the_program_left_unanswered_is_answered_in_its_place) },
        { "3 Interactions: a message likewise", typeof(MessageTests), nameof(MessageTests.A_question_by_message_is_answered_after_a_restart_too) },
        { "3 Interactions: after fifteen minutes by a message to the asker", typeof(RestartTests), nameof(RestartTests.After_fifteen_minutes_it_is_answered_by_a_message_to_its_asker) },
        { "3 Interactions: after fifteen minutes nothing private is shown", typeof(RestartTests), nameof(RestartTests.After_fifteen_minutes_a_private_question_is_asked_again_by_a_button_and_answered_to_its_asker_alone) },
        { "3 Interactions: a token that is dead early", typeof(InteractionTests), nameof(InteractionTests.When_its_token_turns_out_to_be_dead_the_asker_is_told_in_the_channel_and_nothing_private_is) },
        { "4 Mentions: mentions ask, typing is shown", typeof(MessageTests), nameof(MessageTests.A_mention_asks_and_is_answered_by_a_reply_that_pings_only_the_asker) },
        { "4 Mentions: replies ask", typeof(MessageTests), nameof(MessageTests.A_reply_to_the_bots_post_says_which) },
        { "4 Mentions: what does not address the bot is left alone", typeof(MessageTests), nameof(MessageTests.What_does_not_address_the_bot_is_none_of_its_business) },
        { "4 Mentions: a thread is a conversation, by mention", typeof(ServeTests), nameof(ServeTests.A_mention_and_a_reply_in_a_thread_go_on_with_the_conversation) },
        { "4 Mentions: a thread is a conversation, with message content", typeof(MessageTests), nameof(MessageTests.A_thread_from_the_bots_post_is_a_conversation_when_content_may_be_read) },
        { "4 Mentions: /ask in a thread", typeof(InteractionTests), nameof(InteractionTests.A_request_says_who_asked_what_where_and_what_they_may) },
        { "4 Mentions: the hint comes once", typeof(MessageTests), nameof(MessageTests.In_its_own_thread_a_message_it_cannot_read_gets_a_hint_once_even_after_a_restart) },
        { "4 Mentions: default member permissions", typeof(PlatformTests), nameof(PlatformTests.What_editors_alone_may_call_is_offered_to_those_who_manage_the_guild) },
        { "4 Mentions: checked again by us", typeof(ServeTests), nameof(ServeTests.A_newcomer_binds_a_channel_asks_opens_a_source_and_asks_further) },
        { "5 The look: claims, sources, footer", typeof(RenderingTests), nameof(RenderingTests.A_brief_reads_as_it_should) },
        { "5 The look: a quote in bold within its context", typeof(RenderingTests), nameof(RenderingTests.A_quote_stands_in_bold_within_its_context) },
        { "5 The look: menu, buttons and modal of the product's answers", typeof(RestartTests), nameof(RestartTests.An_answer_posted_before_a_restart_keeps_its_buttons_its_menu_its_forms_and_its_sources) },
        { "5 The look: limits by construction", typeof(RenderingTests), nameof(RenderingTests.Whatever_the_reply_every_message_keeps_every_limit) },
        { "5 The look: 25 choices, 5 rows, custom ids", typeof(RenderingTests), nameof(RenderingTests.Rows_hold_what_fits_and_say_what_they_do) },
        { "5 The look: counted at least as strictly as Discord counts", typeof(FakeDiscordTests), nameof(FakeDiscordTests.Characters_are_counted_as_code_points) },
        { "5 The look: no sentence torn, no marker astray", typeof(RenderingTests), nameof(RenderingTests.No_sentence_loses_its_numbers_and_none_is_torn) },
        { "5 The look: no link torn or harmful", typeof(RenderingTests), nameof(RenderingTests.An_address_that_could_do_harm_is_no_link) },
        { "5 The look: allowed_mentions is explicit", typeof(RenderingTests), nameof(RenderingTests.Bodies_always_say_whom_they_ping_and_that_is_nobody) },
        { "5 The look: text cannot ping", typeof(RenderingTests), nameof(RenderingTests.Escaped_text_names_nobody) },
        { "5 The look: text cannot link or format", typeof(RenderingTests), nameof(RenderingTests.Escaped_text_shows_what_was_written_and_nothing_in_it_acts) },
        { "6 The fake: schemas and error shapes", typeof(FakeDiscordTests), nameof(FakeDiscordTests.A_body_Discord_would_refuse_is_refused_with_its_code_and_field) },
        { "6 The fake: limits of embeds", typeof(FakeDiscordTests), nameof(FakeDiscordTests.Embeds_hold_4096_each_and_6000_together) },
        { "6 The fake: commands", typeof(FakeDiscordTests), nameof(FakeDiscordTests.Commands_are_checked_before_they_are_registered) },
        { "6 The fake: answers that fit the interaction", typeof(FakeDiscordTests), nameof(FakeDiscordTests.An_answer_that_does_not_fit_the_interaction_is_refused) },
        { "6 The fake: three seconds", typeof(FakeDiscordTests), nameof(FakeDiscordTests.An_interaction_is_lost_after_three_seconds_and_answered_once) },
        { "6 The fake: rate-limit buckets", typeof(FakeDiscordTests), nameof(FakeDiscordTests.A_bucket_empties_and_says_so) },
        { "6 The fake: the token's life", typeof(InteractionTests), nameof(InteractionTests.When_its_token_turns_out_to_be_dead_the_asker_is_told_in_the_channel_and_nothing_private_is) },
        { "6 The fake: permissions", typeof(PlatformTests), nameof(PlatformTests.A_refusal_names_the_permission_that_is_missing) },
        { "6 The fake: nonces", typeof(PlatformTests), nameof(PlatformTests.A_post_whose_answer_is_lost_is_not_made_twice) },
        { "6 The fake: a program with a page", typeof(FakeDiscordTests), nameof(FakeDiscordTests.The_page_shows_what_is_said_and_takes_part) },
        { "7 Guide: the program prints the invite link", typeof(DiscordVerbTests), nameof(DiscordVerbTests.The_invite_link_is_printed_with_what_it_asks_for) },
        { "7 Guide: granting, binding, the first question", typeof(ServeTests), nameof(ServeTests.A_newcomer_binds_a_channel_asks_opens_a_source_and_asks_further) },
        { "7 Guide: the token from user secrets or the environment", typeof(SettingsTests), nameof(SettingsTests.User_secrets_are_settings_that_a_file_and_the_environment_overrule) },
        { "7 Guide: the token is never logged", typeof(GatewayTests), nameof(GatewayTests.The_token_is_in_no_log_line) },
        { "7 Guide: the token is in no file", typeof(ServeTests), nameof(ServeTests.No_file_the_program_writes_holds_the_token) },
        { "7 Guide: the reply token is never logged", typeof(ReplyAddressTests), nameof(ReplyAddressTests.Nothing_that_holds_it_shows_it) },
        { "7 Guide: without a token there is no Discord", typeof(ServeTests), nameof(ServeTests.Without_a_token_the_program_knows_no_Discord_and_still_checks_its_settings) },
        { "Acceptance: conformance over real sockets", typeof(DiscordConformanceTests), nameof(DiscordConformanceTests.The_same_key_posts_once) },
        { "Acceptance: chaos", typeof(ChaosTests), nameof(ChaosTests.Three_hundred_questions_over_ten_channels_are_answered_once_while_everything_misbehaves) },
        { "Acceptance: after a restart", typeof(RestartTests), nameof(RestartTests.An_answer_posted_before_a_restart_keeps_its_buttons_its_menu_its_forms_and_its_sources) },
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
