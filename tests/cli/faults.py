"""The faults that recording must bear, what then happens, and the tests that hold it to that.

docs/record.md has the table of them; tools/make_record_docs.py writes it from here, and test_verify.py looks whether
each test is there. In all of them an act is recorded once or not at all, and the same command again is safe.
"""

from __future__ import annotations

from typing import NamedTuple

RECORDING, SHARING = "gitstore/test_records_faults.py", "gitstore/test_sharing_faults.py"
STOPPED, DISK = "gitstore/test_records_stopped.py", "gitstore/test_records_disk.py"
RECORDS, SAVING = "gitstore/test_records.py", "gitstore/test_save.py"
ACTS, TOGETHER, AT_ONCE = (f"cli/moderate/test_{name}.py" for name in ("faults", "sharing", "at_once"))
BODIES, LETTERS = "cli/comments/test_faults.py", "cli/notify/test_notify_faults.py"
CLOCK = "cli/moderate/test_check_clock.py"
LOCKS = "gitstore/test_lock_files.py"
WRITTEN = "gitstore/test_read_back.py"
OUT, LINKED = "cli/publish/test_faults.py", "gitstore/test_worktrees.py"


class Fault(NamedTuple):
    """One of them. `tests` are (file below tests/, function)."""

    name: str
    then: str
    tests: tuple[tuple[str, str], ...]


FAULTS = (
    Fault(
        "killed, at every step",
        "the act is there or not; the next command mends the rest",
        (
            (STOPPED, "test_killed_or_interrupted_at_any_step_the_act_is_there_or_not_and_the_next_one_mends_the_rest"),
            (STOPPED, "test_killed_at_any_step_an_act_that_is_shared_first_is_never_here_alone"),
            (SHARING, "test_killed_at_any_step_the_next_command_mends_it"),
            (SHARING, "test_killed_between_two_files_the_next_save_takes_nothing_back"),
            (SAVING, "test_killed_at_any_point_it_is_saved_or_as_before_and_saving_again_mends_it"),
            (BODIES, "test_killed_at_any_step_the_draft_is_with_both_bodies_or_with_none"),
            (BODIES, "test_killed_at_any_step_a_body_has_more_time_or_not"),
            (LETTERS, "test_killed_at_any_step_all_are_issued_or_none_and_the_same_command_again_is_safe"),
            (OUT, "test_killed_at_any_step_the_report_is_published_or_not"),
            (
                "actions/test_repeating.py",
                "test_an_act_is_recorded_once_however_often_it_is_done",
            ),
        ),
    ),
    Fault(
        "Git killed under it, at any moment",
        "the same",
        (
            (
                STOPPED,
                "test_where_git_alone_is_killed_the_act_is_there_or_that_is_said_and_the_same_act_again_is_safe",
            ),
            (STOPPED, "test_killed_together_with_git_at_any_moment_nothing_is_half_recorded"),
            (SAVING, "test_a_full_disk_or_a_killed_git_leaves_everything_as_it_was"),
        ),
    ),
    Fault(
        "disk full, input or output error, once and for good",
        "one sentence; nothing is recorded, or what could not follow is named and follows",
        (
            (
                STOPPED,
                "test_where_the_disk_fails_at_any_step_the_act_is_there_or_that_is_said_and_the_next_one_mends_the_rest",
            ),
            (DISK, "test_when_no_more_can_be_written_the_act_is_there_or_not"),
            (DISK, "test_a_folder_that_takes_no_file_is_said_and_mended_later"),
            (BODIES, "test_on_a_full_disk_the_draft_is_with_both_bodies_or_with_none"),
            (SHARING, "test_a_full_disk_says_so_and_sharing_again_is_safe"),
        ),
    ),
    Fault(
        "Git says that it wrote everything, and did not, as on a nearly full disk",
        "each new object is read back before the branch moves; one sentence, exit code 4, nothing is recorded",
        (
            *(
                (WRITTEN, f"test_{name}")
                for name in (
                    "where_any_one_object_of_an_act_is_not_on_the_disk_nothing_is_recorded_and_the_same_act_again_is_safe",
                    "where_a_changed_policy_is_not_whole_on_the_disk_it_is_not_recorded",
                    "what_is_not_whole_on_the_disk_is_not_shared_first",
                    "where_an_inspection_is_not_whole_on_the_disk_it_is_not_saved",
                    "where_two_versions_together_are_not_whole_on_the_disk_neither_copy_moves",
                    "where_a_settled_file_is_not_whole_on_the_disk_it_is_not_settled",
                    "a_new_repository_that_is_not_whole_on_the_disk_has_no_version",
                )
            ),
            (ACTS, "test_an_act_that_is_not_whole_on_the_disk_is_told_in_one_sentence_and_the_next_commands_work"),
        ),
    ),
    Fault(
        "folders that may not be written",
        "one sentence; nothing is recorded, or what could not follow is named and follows",
        (
            (DISK, "test_in_a_folder_that_may_not_be_written_nothing_is_recorded_or_what_could_not_follow_is_said"),
            (DISK, "test_where_git_may_or_can_not_write_nothing_is_recorded_and_the_next_try_may_be_better"),
            ("gitstore/test_lock.py", "test_a_repository_that_may_not_be_written_says_so"),
        ),
    ),
    Fault(
        "a lock that was left behind",
        "it is named with its age and its owner; only `doctor --mend` takes one out: ours whose process is gone, "
        "and another’s that is older than an hour with a typed yes",
        (
            (LOCKS, "test_what_a_lock_keeps_from_its_work_names_the_lock_its_age_and_its_owner"),
            (LOCKS, "test_a_lock_of_ours_whose_process_is_gone_is_taken_out"),
            (
                LOCKS,
                "test_a_lock_of_another_program_is_taken_out_only_when_it_is_older_than_an_hour_and_agreed_to",
            ),
            (RECORDING, "test_a_lock_that_was_left_behind_is_named_with_its_age_and_stays"),
            (SAVING, "test_a_lock_is_never_deleted"),
        ),
    ),
    Fault(
        "acts at once in one folder",
        "each is recorded once, upon the other",
        (
            (RECORDS, "test_of_four_writers_at_once_none_loses_a_record"),
            (RECORDS, "test_two_acts_prepared_at_once_are_not_both_recorded"),
            (
                RECORDING,
                "test_where_someone_saves_by_git_alone_just_before_the_branch_moves_the_act_is_made_upon_theirs",
            ),
            (TOGETHER, "test_three_who_ask_at_the_same_moment_are_all_recorded_once"),
            (AT_ONCE, "test_every_sign_off_in_one_folder_is_recorded_exactly_once"),
        ),
    ),
    Fault(
        "acts in a second work tree, or in a submodule",
        "as anywhere",
        ((RECORDING, "test_a_second_work_tree_and_a_submodule_are_recorded_in_as_any_other"),),
    ),
    Fault(
        "acts at once in several work trees",
        "each is recorded once, on its own branch; where two are on one branch, both are refused, with the way out",
        (
            (AT_ONCE, "test_every_sign_off_in_a_work_tree_of_its_own_is_on_its_branch_exactly_once"),
            (AT_ONCE, "test_of_two_work_trees_on_one_branch_neither_records_until_each_has_its_own"),
            (LINKED, "test_where_two_work_trees_are_on_one_branch_neither_moves_it_and_the_other_is_named"),
        ),
    ),
    Fault(
        "sign-offs at once in several copies",
        "each is in the shared history exactly once",
        (
            (AT_ONCE, "test_every_sign_off_of_all_rounds_is_in_the_shared_history_exactly_once"),
            (TOGETHER, "test_two_who_sign_at_once_both_count"),
        ),
    ),
    Fault(
        "a copy that is behind",
        "what others shared is brought in first",
        (
            (TOGETHER, "test_what_one_records_the_next_sees_before_they_act"),
            (SHARING, "test_where_others_are_quicker_they_are_brought_in_first"),
        ),
    ),
    Fault(
        "sharing refused, the shared place gone or silent",
        "recorded here, not yet shared; a sentence says why",
        (
            (TOGETHER, "test_an_act_without_the_shared_place_is_safe_here_and_says_so"),
            (TOGETHER, "test_an_act_that_the_shared_place_does_not_take_is_recorded_here_and_says_why"),
            (SHARING, "test_a_shared_place_that_does_not_take_it_says_why"),
            (SHARING, "test_a_shared_place_that_falls_silent_is_given_up"),
            (SHARING, "test_a_line_that_breaks_after_the_place_has_taken_it_counts_as_shared"),
        ),
    ),
    Fault(
        "an old version checked out; a merge or a rebase half-done",
        "refused, with the way out",
        ((RECORDING, "test_where_nothing_can_be_saved_nothing_is_recorded"),),
    ),
    Fault(
        "no version yet, a bare repository, none at all",
        "refused, with the way out",
        (
            (RECORDING, "test_where_nothing_can_be_saved_nothing_is_recorded"),
            (RECORDING, "test_an_unborn_branch_has_no_record"),
            (SAVING, "test_a_bare_repository_is_refused_by_name"),
            (RECORDING, "test_a_folder_outside_git_is_said_to_be_so"),
        ),
    ),
    Fault(
        "another branch than the shared one",
        "recorded there, not yet shared; a sentence says the way back",
        (
            (TOGETHER, "test_an_act_on_another_branch_than_the_shared_one_is_recorded_there_and_says_the_way_back"),
            (SHARING, "test_where_nothing_can_be_shared_a_sentence_says_why_and_nothing_moves"),
        ),
    ),
    Fault(
        "a shallow copy",
        "acts are recorded; `verify` answers 4, and accuses no one",
        (
            (RECORDING, "test_a_shallow_copy_can_still_be_added_to"),
            ("cli/test_verify.py", "test_a_shallow_copy_cannot_tell_and_accuses_no_one"),
        ),
    ),
    Fault(
        "the user's own staged, changed, conflicted and stray files",
        "not one of them is touched",
        (
            (RECORDS, "test_what_the_user_staged_changed_and_left_lying_is_not_touched"),
            (RECORDING, "test_a_conflict_of_the_users_elsewhere_is_left_as_it_is"),
            (RECORDS, "test_a_file_of_the_users_in_the_place_of_an_issued_document_is_left"),
        ),
    ),
    Fault(
        "commits to be signed without an agent, line ends, a folder of hooks, letters and other settings of Git",
        "they make no difference",
        ((RECORDING, "test_the_users_settings_make_no_difference"),),
    ),
    Fault(
        "hooks that fail, rewrite or hang",
        "those of this computer do not run; what those of the shared place say is shown, "
        "and they are given up when silent",
        (
            (RECORDING, "test_no_hook_runs"),
            (SHARING, "test_hooks_of_this_computer_do_not_run_and_variables_of_another_git_run_have_no_say"),
            (SHARING, "test_a_shared_place_that_does_not_take_it_says_why"),
            (SHARING, "test_a_shared_place_that_falls_silent_is_given_up"),
        ),
    ),
    Fault(
        "a folder of another owner, which Git does not trust",
        "nothing is read or recorded; one sentence says how to trust it",
        (
            (
                RECORDING,
                "test_in_a_folder_that_git_does_not_trust_nothing_is_read_or_recorded_and_a_sentence_says_how_to_trust_it",
            ),
        ),
    ),
    Fault(
        "settings of the repository that name programs, all of them at once",
        "not one is started, by no command; those of a person’s own settings go on working",
        (
            ("cli/moderate/test_foreign_programs.py", "test_no_command_starts_a_program_that_the_repository_names"),
            (SAVING, "test_a_clean_filter_of_the_persons_is_applied_and_one_of_the_repository_is_not"),
        ),
    ),
    Fault(
        "variables of another Git run",
        "they lead no act elsewhere",
        (
            (RECORDING, "test_the_variables_of_another_git_run_make_no_difference"),
            (ACTS, "test_the_variables_of_another_git_run_lead_no_act_elsewhere"),
        ),
    ),
    Fault(
        "no user known to Git",
        "one sentence says what to type; nothing is recorded",
        ((ACTS, "test_where_no_one_says_who_they_are_it_is_one_sentence_and_nothing_is_recorded"),),
    ),
    Fault(
        "a clock that is behind, goes back, or is ahead a little",
        "nothing is recorded before what it has seen; a little is let pass; the order holds",
        (
            (RECORDING, "test_a_computer_whose_clock_is_behind_records_nothing"),
            ("moderation/test_causal_order.py", "test_a_clock_that_went_back_does_not_change_what_was_seen"),
            ("moderation/test_valid_records.py", "test_what_does_not_fit_the_moment_is_told"),
            ("moderation/test_valid_records.py", "test_clocks_that_differ_a_little_are_let_pass"),
        ),
    ),
    Fault(
        "a clock that is far ahead",
        "where it differs by hours from the shared place’s own, or after two months without a version, it is asked "
        "about; off a terminal nothing is recorded without `--clock-is-right`; beside a record from the future no one "
        "is told to set a right clock wrong",
        (
            (CLOCK, "test_a_clock_that_differs_by_hours_from_that_of_the_shared_place_is_refused_off_a_terminal"),
            (CLOCK, "test_where_no_person_can_be_asked_nothing_is_recorded_until_the_clock_is_vouched_for"),
            (CLOCK, "test_after_two_months_without_a_version_the_day_is_asked_about"),
            (CLOCK, "test_who_says_that_the_clock_is_wrong_has_recorded_nothing"),
            (
                "moderation/test_valid_records.py",
                "test_beside_a_record_from_the_future_a_right_clock_is_to_be_left_as_it_is",
            ),
            (RECORDING, "test_a_computer_whose_clock_is_behind_records_nothing"),
        ),
    ),
    Fault(
        "leap days, the ends of summer time, time zones",
        "days are those of England",
        (
            ("cli/test_clock.py", "test_the_day_is_that_of_england"),
            ("inspection/test_months.py", "test_so_many_months_after_a_day_is"),
        ),
    ),
    Fault(
        "names that differ in case alone, in accents, or that Windows keeps for itself",
        "a better name is said, of letters, digits and hyphens alone",
        (
            ("reading/test_names.py", "test_a_file_with_a_wrong_name_is_told_a_better_one"),
            ("gitstore/test_merging.py", "test_odd_names_links_and_modes_arrive_as_they_were_sent"),
        ),
    ),
    Fault(
        "no home folder, no language, no terminal",
        "recorded, and shown in its own letters, by number where an output has none for them; nothing is asked",
        (
            (ACTS, "test_without_a_home_or_a_language_an_act_is_recorded_and_told_in_its_own_letters"),
            (ACTS, "test_letters_that_an_output_cannot_show_are_told_by_number_and_stop_no_act_half_way"),
            (ACTS, "test_bytes_that_are_no_letters_are_refused_as_wrong_use_and_nothing_is_recorded"),
            (
                "gitstore/signatures/test_signing.py",
                "test_where_nothing_may_be_asked_nothing_is_shown_there_either",
            ),
        ),
    ),
    Fault(
        "streams that are closed, a reader that goes away",
        "recorded once, and shared",
        (
            (ACTS, "test_an_act_whose_streams_are_closed_is_recorded_once"),
            (ACTS, "test_an_act_whose_reader_has_gone_is_recorded_once_and_no_failure"),
            (TOGETHER, "test_who_stops_reading_stops_no_act_half_way"),
        ),
    ),
    Fault(
        "Ctrl-C",
        "one line, exit code 130; as where it is killed",
        (
            ("test_bad_input.py", "test_ctrl_c_is_one_line_and_writes_nothing"),
            (STOPPED, "test_killed_or_interrupted_at_any_step_the_act_is_there_or_not_and_the_next_one_mends_the_rest"),
            (BODIES, "test_interrupted_at_any_step_a_comment_is_entered_with_its_letter_or_not_at_all"),
            ("gitstore/signatures/test_signing.py", "test_ctrl_c_ends_the_program_too"),
            ("gitstore/test_transport.py", "test_ctrl_c_while_the_shared_place_is_silent_ends_all_that_was_started"),
        ),
    ),
    Fault(
        "a repository that names versions by SHA-256",
        "refused by name, and not called damaged",
        (
            (RECORDING, "test_a_repository_that_names_versions_otherwise_is_said_to_be_so_and_not_called_damaged"),
            (SAVING, "test_a_repository_with_sha_256_names_is_refused_by_name"),
        ),
    ),
)
