## rules: what the rulebook allows or refuses

# One task, one person
rule-held-by-somebody = “{ $task }” is claimed by { $person } until { $until } (since { $since }).
rule-task-done = “{ $task }” is done already, by { $person } on { $day }.
rule-task-cancelled = “{ $task }” has been cancelled since { $day }: { $reason }
rule-task-draft = “{ $task }” is still a draft: it is not offered for now.
rule-task-blocked = “{ $task }” is blocked by another task, to be done first: { $others }.
rule-no-record = “{ $task }” is not claimed by { $person }, so there is nothing to renew, release or log.
rule-not-held = “{ $task }” is marked as done by { $person }, who never claimed it: somebody has to confirm.
rule-not-over = “{ $task }” is neither done nor cancelled: there is nothing to reopen.
rule-not-done = “{ $task }” is not done: there is nothing to send back yet.

# Measure and courtesy
rule-limit = Before claiming “{ $task }”, a task would have to be finished or released: { $person } already holds { $held }, and the limit is { $limit } at a time.
rule-cooldown = “{ $task }” was claimed by { $person } before and not finished. To give somebody else a chance, { $person } may claim it again from { $day }.
rule-renewals = “{ $task }” has been renewed { $renewed ->
        [one] once
       *[other] { $renewed } times
    } already, and the limit is { $most }.
rule-length = “{ $task }” can be claimed until { $last } at the latest, and the day asked for is { $until }.
rule-ends-before = The end asked for “{ $task }”, { $until }, comes before the first day, { $since }.
rule-ends-past = The end asked for “{ $task }”, { $until }, is past already: the nearest day is today, { $today }.
rule-renewal-shortens = “{ $task }” is claimed until { $held }, and renewing it until { $until } would be shorter. To stop earlier, just release the task.
rule-future-day = “{ $task }” bears the date { $day }, which is still to come: nothing is noted beyond tomorrow.
rule-claim-ahead = { $person } holds “{ $task }” already: claiming it from { $since } would be a renewal that is not counted. For that: `mpa renew`.
rule-claim-over = “{ $task }” was claimed by { $person } until { $until } only: that day is past, somebody has to confirm.
rule-claim-amid = On { $since }, “{ $task }” was { $holder }’s: { $person } cannot have claimed it that day.
rule-ended-amid = “{ $task }” would be released by { $person } on { $day }, although what is noted in their name goes on until { $last }.
rule-ended-before = In “{ $task }”, { $person } would have ended on { $day }, before beginning, on { $since }.
rule-dated-back = “{ $task }” would be released by { $person } on { $day }, the very day it was claimed: that is noted too late to go without saying.
rule-more-than-a-day = The time spent by { $person } on { $day }, { $time }, is more than a day.
rule-time-outside = “{ $task }” was not claimed by { $person } on { $day }: noting time on that day needs somebody’s agreement.
rule-early-day = “{ $task }” bears the date { $day }, which is too early: nothing can have happened to it before { $first }.
rule-due-past = The due day asked for “{ $task }”, { $due }, is past already: the nearest day is today, { $today }.
rule-time-lowered = The time spent by { $person } on { $day } goes down from { $from } to { $to }. Lowering a time after that day needs somebody’s agreement.
rule-links = This text holds several links, or one that is not https: only a single https link passes without agreement.
rule-long-text = This text has { $found } characters: beyond { $most }, somebody has to read it.

# What is noted stays noted
rule-time-erased = The time spent by { $person } on { $day } on “{ $task }” was erased: it can be corrected, but has to stay noted.
rule-record-erased = In “{ $task }”, what was noted for { $person } has disappeared: these lines have to stay. Put them back.
rule-record-altered = In “{ $task }”, what is noted for { $person } was changed afterwards: its dates and names do not change any more. Put the former lines back.
rule-closing-erased = The end of “{ $task }”, noted by { $person }, has disappeared: it has to stay. Put it back; to do the task again, it has to be reopened.
rule-closing-altered = The end of “{ $task }” was changed afterwards: it does not change any more. Put the former text back; to show another result, the task has to be reopened.
rule-personal = Somebody looks at what is personal before it is merged. { $found }
rule-redaction = Taking personal data out of a result or a reason, here in “{ $task }”, is for the leads of the project or the organisers.
rule-task-deleted = The file of “{ $task }” has disappeared or changed its id, but tasks stay for ever. Put it back; to give the task up, it has to be cancelled.
rule-draft-again = “{ $task }” is offered already: it does not become a draft again. To withdraw it, it has to be cancelled.

# What is decided upon
rule-somebody-else = Noting something in somebody else’s name (here { $person }, in “{ $task }”) is for the leads of the project or the organisers.
rule-reason-needed = “{ $task }” was claimed by { $person }: to release it for them, say why. Add --handover and the reason.
rule-nowhere = The result shown is { $found }, and neither the shared branch nor this request holds it: somebody has to see it first.
rule-new-task = Proposing a new task, here “{ $task }”, needs the agreement of a lead of the project or an organiser.
rule-task-text = What “{ $task }” asks for (text, budget, resources…) is changed with the agreement of a lead of the project or an organiser.
rule-decision = Cancelling or reopening “{ $task }”, or sending it back, is for the leads of the project or the organisers.
rule-project-text = Themes, projects and their deliverables are changed with the agreement of a lead of the project or an organiser.
rule-project-deleted = Deleting a project is for the organisers.
rule-poll = The result of a vote is written by the organisers.
rule-leads = The leads of a project are named by the organisers.
rule-anothers-file = This file is another person’s, { $person }: apart from them, only an organiser may change it.
rule-identity = The login and the keys by which { $person } is known are that person’s business only: ask them before merging.
rule-identity-taken = This login or key already stands for { $other }: { $person } cannot take it over unchecked.
rule-campaign-rules = The campaign, its rules and the list of its organisers are changed by organisers only.
rule-next-early = The campaign “{ $campaign }” is not over: it runs until { $deadline }, that day included.
rule-next-key = A past campaign is called { $key } already: “{ $campaign }”. The one that ends needs another name.
rule-next-days = The campaign would run from { $started } to { $deadline }, while “{ $campaign }” runs from { $began } to { $over }: it has to begin later, and end later.
rule-forgetting = Having a handle forgotten, here { $person }, is for that person or the organisers.
rule-forgetting-name = To forget somebody, the name must be one that nobody bears, such as anonyme-x7k2, and not { $name }.
rule-forgetting-holder = { $person } still holds a task: it is to be released first (`mpa release`), or else it would be nobody’s.

# Requests and their files
rule-newcomer = { $person } arrives with this request: welcome them, and make sure that it is the right person.
rule-unverified = Nothing proves who wrote this: somebody has to read it.
rule-layout = Only comments or layout change: that is for the leads of the project or the organisers to want.
rule-left-over = No command of `mpa` writes { $key } like this: somebody has to read it before merging.
rule-file-renamed = A file keeps its name, even when the title changes. This one was called { $from }.
rule-file-moved = The file of this task is now called { $to }: the request has to be made again from the shared branch, where the same command of `mpa` finds it.
rule-misnamed-file = The name of this file does not fit: `k7q2m-my-title.toml` for a task, for example, `my-project.toml` for a project.
rule-id-taken = This id is already that of { $other }. To add a task, `mpa tasks add` draws a new one.
rule-unreadable = { $problem }
rule-unsound = { $problem }
rule-plain-files = The data folder holds plain files only: no link, no submodule, no executable.
rule-stray-file = This file of the data folder is read by nothing.
rule-outside-data = This file is outside the data folder: it is to be read before merging.
rule-conflict = The two changes have to be put together by hand: `git pull --no-rebase --no-edit { $remote } { $main }` on the branch of the request, then choose.
rule-merged-wrongly = The mix of the two texts would give something nobody wrote. The request has to be made again from the shared branch.
rule-too-large = Not all of it was looked at: somebody has to read this request, or have it made again in smaller parts.

# What somebody else decided before
rule-overtaken-campaign = Somebody has begun the next campaign already: “{ $campaign }”.
rule-overtaken-poll = Somebody has recorded a vote for “{ $project }” already: { $votes } of { $of } votes, on { $day }.
