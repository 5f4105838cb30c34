## cli: what the command line itself answers

# What was typed wrongly
wrong-day = { $flag }: “{ $found }” is not a day. Needed: 04/12/2026, “4 December”, “monday” or “tomorrow”, for instance.
wrong-since = { $flag }: “{ $found }” is not a day. Needed: “monday”, 23/11/2026 or last-week, for instance.
since-before = The campaign began on { $first } only: all is counted from that day on, and not from { $day }.
since-to-come = --since: { $day } is still to come. Needed: a day that is past, “monday”, 23/11/2026 or last-week for instance.
link-meant = { $flag }: “{ $found }” is read as { $link }.
day-meant = { $flag }: “{ $found }” is read as { $day }.
day-read = { $flag }: “{ $found }” is read as { $day } (day/month/year).
wrong-time-unit = { $flag }: “{ $found }” reads two ways. Needed: { $found }m for minutes or { $found }h for hours.
wrong-time = { $flag }: “{ $found }” is not a duration. Needed: 45m, 2h or 1h30, for instance.
wrong-budget = { $flag }: “{ $found }” is not a budget. Needed: a duration (45m, 2h, 1h30) or two (2h-4h).
wrong-handle = { $flag }: “{ $found }” cannot be a handle: { $reason }. Needed: 1 to 39 lower-case letters, digits or single hyphens, for instance lampe-77.
wrong-slug = { $flag }: “{ $found }” cannot be a short name: { $reason }. Needed: lower-case letters, digits and hyphens, for instance list-of-tasks.
wrong-id = { $flag }: “{ $found }” is not the whole id of a task: { $reason }. Needed: k7q2m, for instance.
name-empty = there is nothing
name-too-short = it has fewer than { $least } characters
name-too-long = it has more than { $most } characters
name-sign = “{ $sign }” is not allowed in it
name-space = spaces are not allowed in it
name-hyphens = a hyphen only goes between two words
name-device = Windows keeps this word for a device, and no file can be called so there
wrong-evidence = { $flag }: “{ $found }” does not show the result. Needed: an https link, a path, a commit, or a sentence of 20 characters or more.
wrong-evidence-mail = { $flag }: “{ $found }” is an e-mail address, which shows nothing. Needed: an https link, a path, a commit, or a sentence of 20 characters or more.
wrong-evidence-link = { $flag }: “{ $found }” is not an https link, and only an https link can be followed by everybody.
wrong-evidence-path = { $flag }: “{ $found }” leads out of the repository, where nobody else would find it. Needed: the path from the top of the repository, docs/model.odt for instance.
wrong-line = { $flag }: this text does not fit. Needed: one line with a word in it, of 200 characters at most, without invisible characters.
wrong-text = { $flag }: this text does not fit. Needed: a text with a word in it, without invisible characters.
wrong-empty = { $flag }: there is nothing. At least one word is needed.
wrong-resource = { $flag }: “{ $found }” is not a resource. Needed: an https link, alone or behind a name, for instance “Card template=https://example.org/card”.
wrong-pair = { $flag }: “{ $found }” does not fit. Needed: a short name, the sign = and a value.
wrong-class = { $flag }: “{ $found }” is not a class. Needed: P17 ICiv, for instance.
wrong-deadline = { $flag }: “{ $found }” is not a deadline. Needed: sainte-barbe or a day, for instance 2026-12-04.
wrong-timezone = { $flag }: “{ $found }” is not a time zone. Needed: Europe/Paris, for instance.
wrong-word = { $flag }: “{ $found }” is not known. One of: { $words }.
wrong-poll = { $votes } of { $of } votes: there is no such vote. It takes one vote or more, { $most } at most, and no more for the project than in all.
wrong-count = “{ $found }” is not a number of votes. A whole number is needed, such as 34.
wrong-copies = --copies: { $found } does not fit. Needed: 1 to { $most } copies.
wrong-patience = MPA_PATIENCE: “{ $found }” is no number of seconds. Needed: 30, for instance.
wrong-now = MPA_NOW: “{ $found }” is not a moment. Needed: 2026-11-24T10:00:00+01:00, for instance.
rendre = “Rendre” can mean two things: to release the task unfinished, or to close it and show the result.

# The shape of the command
hint-name = Perhaps: { $name }
no-such-skill = No task asks for “{ $skill }”. The skills asked for: { $words }.
no-such-town = No task is done in “{ $town }”. The places: { $words }. From anywhere: `mpa tasks list --where remote`
no-towns = No task is done in “{ $town }”: none names a place so far. From anywhere: `mpa tasks list --where remote`
no-such-skill-near = No task asks for “{ $skill }”. Perhaps { $near }? The skills asked for: { $words }.
usage-command = “{ $found }” is not a command of mpa.
usage-command-meant = “{ $found }” is not a command of mpa. You probably want:
usage-command-ask = “{ $found }” is not a command of mpa. The page of each task says whom to ask:
usage-command-near = “{ $found }” is not a command of mpa. Perhaps: { $suggested }.
usage-argument = “{ $found }” is not expected here.
usage-argument-near = “{ $found }” is not expected here. Perhaps: { $suggested }.
usage-no-value = { $argument } needs a value after it.
usage-number = { $argument }: “{ $found }” is not a number.
usage-missing = { $argument } is missing.
usage-conflict = { $argument } and { $other } do not go together.
usage-missing-command = The rest of the command is missing.
usage-utf8 = The command holds characters that cannot be read. Needed: UTF-8.
usage-other = The command is not understood ({ $argument }).

# Data, writing
no-data = There is no task list here: neither { $path } nor the folders above hold data/mpa.toml.
no-data-there = There is no task list in { $path }: needed is a folder data that holds mpa.toml.
hint-no-data = You have an invitation? `mpa start ADDRESS`. The list is on this computer already? Go to the folder of your association (`cd FOLDER`), or found a campaign in a new folder: `mpa init FOLDER`
man-written = { $count } man pages are in { $path }. To read the first: `{ $command }`
man-unwritten = The man pages could not be written into { $path }: { $cause }. Needed: a folder to write in.
unwritten = The result could not be written: { $cause }
bug = mpa met an internal error, and it is not your fault: { $cause }

# Questions
ask-task = Which task?
ask-search = (type a few letters to search)
ask-nothing = (nothing matches: delete some letters)
ask-project = Which project?
ask-address = Git publishes an address with each commit, for ever. This one receives nothing:
wrong-address = “{ $found }” is no address. For example: lampe-77@example.org
ask-handle = Your handle (public, lower case):
ask-votes = How many votes for this project?
ask-votes-of = Of how many votes in all?
ask-next-early = The campaign runs until { $deadline }. End it now all the same?
ask-idea = Which idea of the theme?
ask-this-idea = Do you mean the idea “{ $idea }”?
note-this-idea = Taken as the idea “{ $idea }”.
note-new-idea = No idea of the theme { $theme } is written like that: “{ $idea }” is noted as it is.
which-idea = “{ $idea }” may be one of these { $count } ideas of the theme { $theme }. Give a few more words:
candidate-idea = “{ $idea }”
ask-evidence = The result: a link, a file, or a sentence:
ask-time = The time spent today (1h30 for instance, or nothing):
ask-time-spent = How much time? (45m or 1h30 for instance)
ask-reason = Why?
ask-title = The title:
ask-budget = The time it should take (2h for instance, or 2h-4h):
ask-done-when = It is done when…
ask-due = Due on which day? (monday or 4/12 for instance, or nothing):
ask-resource = A useful resource (a link, or name=link):
ask-deliverable = For which deliverable?
ask-deliverable-none = None in particular
ask-resource-or-mailbox = A useful resource, a link or name=link (or Enter, the address for questions):
ask-keep-anyway = { $remark } Keep this text all the same?
ask-name = The name of the campaign:
ask-folder = The folder to make for it:
ask-deadline = The deadline (sainte-barbe, or a day):
ask-contact = The address for questions (or nothing):
yes = Yes
no = No
ask-choices-yes = [Y/n]
ask-choices-no = [y/N]
ask-yes-or-no = Answer y (yes) or n (no); Escape to give no answer.
ask-help-pick = ↑↓ to choose, Enter to take it, Escape to stop
ask-help-back = ↑↓ to choose, Enter to take it, Escape to go back
ask-help-later = ↑↓ to choose, Enter to take it, Escape for later
label-handle = The handle
label-votes = The number of votes
label-votes-of = The number of votes in all
label-evidence = The result
label-time = The time
label-time-spent = The time
label-reason = The reason
label-title = The title
label-budget = The time it should take
label-done-when = How to tell that it is done
label-due = The day
label-resource = The resource
label-resource-or-mailbox = The resource
label-name = The name
label-deadline = The deadline
label-contact = The address
label-answer = The answer
ask-claim-anyway = { $warning } Take it all the same?
ask-write-anyway = { $remark } Record it all the same?
ask-cancel = Cancel “{ $task }”?
ask-forget = Replace { $person } everywhere by an anonymous name? (The history of git will keep the former handle.)
ask-this-task = Is “{ $task }” ({ $id }) meant?
note-this-task = “{ $task }” ({ $id }) is meant.
unknown-person = Nobody is called { $person } here yet, and somebody is called { $other }.
ask-unknown-person = { $warning } Is { $person } meant?
hint-write-anyway = If everybody may read it for ever, add --yes.
hint-unknown-person = If that is who is meant: { $flag } { $other }. If it is somebody else, add --yes.
which-task = Which task is meant? Add its id (TASK).
which-project = Which project is meant? Add its short name.
which-of = { $count ->
    [one] “{ $typed }” says too little. If this task is meant, give its id.
   *[other] “{ $typed }” may mean { $count } tasks. Add the id of the right one.
}
which-near = { $count ->
    [one] Nothing is called “{ $typed }”. If this task is meant, give its id.
   *[other] Nothing is called “{ $typed }”. If one of these tasks is meant, give its id.
}
candidate = { $id }  { $task } ({ $status })
candidates-more = … and { $count } more
by-hand-again = Go on with the text in the editor?
by-hand-encoding = The editor did not save as UTF-8, which this file has to be: choose “UTF-8” in the editor, and save again.
by-hand-kept = What you wrote is kept in { $path }.
by-hand-left = The editor { $editor } ended with an error, so nothing is recorded.
by-hand-no-editor = The editor { $editor } does not open: { $cause }
no-answer = The answer could not be read: { $cause }
stopped = Nothing was changed.

# mpa init
init-home = { $path } is your home folder: a campaign needs a folder of its own.
init-taken = { $path } holds other things already: a campaign needs a folder of its own.
hint-init-here = To found it here all the same: `{ $command }`
folder-gone = The folder { $path } is gone. Go to one that is there: `cd`
init-folder = campaign
init-steps = What remains to be done, in { $path }:
init-step-edit = 1. Look at data/mpa.toml, and give the sample project its real name: `mpa projects edit { $project } --title "…"`
init-step-add = 2. Add tasks: `mpa tasks add`
init-step-check = 3. Check: `mpa check`
init-step-share = 4. Publish: make an empty repository on a forge, then `git remote add origin ADDRESS` and `git push -u origin HEAD`
model-project = First project
model-deliverable = First deliverable
model-title = Write a precise task on this model
model-done-when = Somebody who does not know the project can tell whether it is done.
model-description = A verb first, a result one can see, an honest time, a link that helps. Once the task is ready: mpa tasks edit --publish.
no-contact-yet = the organisers

# mpa start
ask-repository = The address of your association’s repository (it is in your invitation):
wrong-repository = “{ $found }” is not the address of a repository. For example: https://forge.example.org/asso/campaign
start-address = The address is in your invitation: `mpa start ADDRESS`
start-busy = Another `mpa start` is making this copy already. Wait until it is done, then try again.
start-taken = The folder { $path } holds something else already. To copy the campaign elsewhere:
start-no-folder = The folder { $path } cannot be made: { $cause }
start-no-campaign = There is no campaign in this repository: it needs a folder data with mpa.toml in it. Check the address with whoever invited you.
start-unreached =
    Nothing answers at { $address }: no network, or a mistake in the address. Check it, then try again. This is what git says:
    { $output }
start-no-account =
    { $address } wants an account: either there is a mistake in the address, or the repository is private and you need access. Ask whoever invited you. This is what git says:
    { $output }
start-not-copied =
    { $address } cannot be copied. Check the address and your access with whoever invited you. This is what git says:
    { $output }
start-copied = The campaign “{ $campaign }” is now in { $path }.
start-there = The campaign “{ $campaign }” is in { $path }.
start-language = In English: `mpa start --lang { $language }`
start-handle-taken = Somebody is called { $person } here already.
ask-handle-own = { $taken } Is it you?
hint-handle-own = If it is you, add --yes; if not, choose another handle.
start-no-handle = You need a handle, which will be public: `git config mpa.handle HANDLE`, or `mpa start --as HANDLE`
start-no-author = Git does not know which address to write into your records, and it will be public. One that receives nothing will do: `mpa start --email { $person }@example.org`
start-skills = Tasks ask for: { $words }.
ask-skills = What can you do? (with commas, or nothing):
skills-no-word = Yes or no is no skill. Type one or more of these skills, or nothing.
start-data-public = Public: handle, git’s address, tasks claimed, time, texts.
start-data-here = On this computer only: what you can do.
start-data-lasts = What is published stays in the history, which anybody may copy.
start-data-forget = To be forgotten: `mpa forget { $person }`, or { $contact }.
start-direct = `mpa sync` sends what you do.
start-by-request = What you do becomes a request that the organisers review: `mpa sync` sends it.
start-anywhere = `mpa` works from any folder now.
start-data-elsewhere = MPA_DATA names another folder, { $path }: as long as it is set, mpa writes there. To take it away: `unset MPA_DATA`
start-not-kept = To make mpa work from any folder: `{ $command }`
start-offers = To begin with:
ask-first-task = Where do you want to begin?
start-claim = To take one: `mpa claim ID`
start-stopped = Stopped. What is done stays; to go on: `mpa start`
start-on = Some answers are missing to claim a task. To go on: `mpa start`
start-anywhere-instead = `mpa` leads here from any folder now (before: { $before }).
start-later = Later, then. To see what is free: `mpa tasks`
note-campaign = In the campaign “{ $campaign }” ({ $path })

# import
import-unreadable = { $path }: this file cannot be read ({ $cause }).
import-which-file = The file is missing: type `mpa import { $form }` followed by its path, or by - for standard input.
import-no-list = { $path }: { $what }
import-unsaid = To be specified.
ask-import = { $count ->
        [one] Add this task?
       *[other] Add these { $count } tasks?
    }
