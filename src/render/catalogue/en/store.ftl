## store: the files, what is found in them and what is expected

# Folders and files
store-permission = No permission to read { $path }. Check whose it is.
store-folder = Cannot read the folder { $path }: { $cause }.
store-file = Cannot read the file { $path }: { $cause }.
store-elsewhere = This clone does not have the text of { $path }: it was left on the server (partial clone). Have everything: `git sparse-checkout disable`
store-not-a-file = { $path } is not an ordinary file (but a folder or a link), and has to be one.
store-not-a-folder = { $path } is not a folder (but a file or a link), and has to be one.
store-too-many = { $path } holds more than { $most } files, far more than a campaign has. Is it the right folder?
store-edit = Cannot make this change without touching the rest of the file: nothing was written. Make it by hand, in a text editor.

# What is wrong inside a file
problem-in-file = { $place }: { $what }
problem-in-field = { $place }: { $field }: { $what }
problem-value = “{ $found }” ({ $kind }) will not do. Needed: { $expected }.
problem-missing = This is required, and missing. For example: { $example }
problem-quoted-day = “{ $found }” is a text, because of the quotes. Write { $expected } instead, without quotes.
problem-unknown-key = “{ $found }” is not a name known here. The line is kept, but has no effect.
problem-unknown-key-near = “{ $found }” is not a name known here, and the line has no effect. Did you mean { $expected }?
problem-empty = This text is empty. Write something, or remove the line.
problem-several-lines = This text has several lines, it should have one.
problem-too-long = This text is too long: { $most } characters at most.
problem-hidden = This text holds an invisible character ({ $character }). Type it instead of pasting it.
problem-too-large = This file takes more than { $most } KiB, the limit.
problem-more =
    { $count ->
        [one] and { $count } more problem in this file.
       *[other] and { $count } more problems in this file.
    }
problem-not-utf8 = This file is not in UTF-8. Save it in that encoding from your text editor.
problem-conflict = Git left a merge to be finished here (<<<<<<<). Choose the lines to keep, or go back: `git merge --abort` (or `git rebase --abort`), then `mpa undo`.
problem-syntax = This line cannot be read (a quote, a comma or a bracket too many or forgotten?): { $line }
problem-twice = The name “{ $name }” is given further up already, and may be given once only. Keep one of the two.
problem-future-format = This data is in format { $found }, and this version of mpa knows format { $known }. Install a newer version of mpa.
problem-stray = The name of this file does not fit here. It takes lower-case letters without accents, digits and hyphens, then .toml, and for a task its id first.
problem-stray-device = Nothing is read here: Windows keeps this name for a device, and the repository could not be copied there. Needed: another name.
problem-stray-near = “{ $found }” does not fit as the name of this file, which is therefore not read. Give it this one: { $expected }
problem-stray-alike = This file is not read: its name is easily taken for { $id }, the id of { $other }. If it is the same task, remove this file; if not, give it an id of its own.
problem-stray-in-data = Nothing is read here: directly in data, there should be only mpa.toml and the folders themes, projects, tasks and people.
problem-stray-link = This link is not followed: directly in data, there should be only mpa.toml and the folders themes, projects, tasks and people.
problem-stray-task = This file is not read here: a task is kept in the folder of its project, data/tasks/<project>.
problem-stray-folder = Nothing is read in this folder, because its name does not fit. It takes the short name of a project: lower-case letters without accents and digits, with hyphens between words.
problem-permission = No permission to read this file. Check whose it is.
problem-not-a-file = This is not an ordinary file (but a folder or a link), and has to be one.
problem-not-a-folder = Nothing is read here, because this is a link. It takes a real folder.
problem-duplicate-id = The id { $id } is that of { $other } already. Each task needs its own.

# What is expected: what follows “Needed: …”
expect-text = a text in quotes, such as "Put the list online"
expect-line = a text of one line, in quotes, such as "web"
expect-list = a list in brackets, such as ["web", "drawing"]
expect-table = a section: its name in brackets, then its lines, such as [resources]
expect-boolean = true (yes) or false (no), without quotes
expect-voters = a whole number from 1 to 10000, without quotes, such as 80
expect-votes = a whole number from 0 to { $of }, the votes in all, without quotes
expect-number = a whole number from 0 to 10000, without quotes, such as 1
expect-day = a date that exists, from 2000 to 2199, such as 2026-12-04, without quotes
expect-until = a date that is not before { $since }, the first day, such as { $since }
expect-duration = a duration in quotes, such as "45m", "2h" or "1h30"
expect-budget = a budget in quotes, such as "45m", "2h" or "2h-4h"
expect-place = "remote", "on-site" or "either"
expect-slug = a short name: lower-case letters without accents and digits, with hyphens between words, such as task-list
expect-other-name = another name: Windows keeps this one for a device
expect-handle = a handle: lower-case letters without accents and digits, with hyphens between words, 39 characters at most, such as lampe-77
expect-email = an e-mail address between quotation marks, such as "lampe@example.org"
expect-id = the id of a task: at least 5 digits or lower-case letters, without i, l, o or u, such as k7q2m
expect-link = an https link without a password, or mailto: followed by an address, such as "https://example.org/page"
expect-evidence = a result: an https link, a file of the repository, the number of a git commit, or a sentence of at least 20 characters, such as "The list is displayed in the hall."
expect-one-of = one of these words in quotes: { $words }
expect-deadline = "sainte-barbe" or a date such as 2026-12-04
expect-timezone = a time zone in quotes, such as "Europe/Paris"
expect-remote = the name of a remote, such as "origin", and not an address
expect-branch = the name of a branch, such as "main"
expect-login = an account name: letters without accents, digits, dots, hyphens, 64 characters at most, such as "lampe-77"
expect-key = an ssh public key, which begins with ssh-, ecdsa- or sk-, such as "ssh-ed25519 AAAA…"
expect-promotion = a class, such as "P17 ICiv" or "P52"

# The kinds of value that were found, in brackets behind the value
kind-text = a text
kind-number = a whole number
kind-decimal = a number with decimals
kind-boolean = a yes or no
kind-date = a date
kind-list = a list
kind-table = a section
kind-name = a name

# Lists kept elsewhere
import-too-large = it is too large. It may have { $most } MB at most: split the file.
import-too-many = it is too long. It may have { $rows } rows and { $columns } columns at most: split the file.
import-empty = there is no task in it.
import-workbook = it is a workbook, not text. In the spreadsheet, save the sheet as CSV.
import-no-text = it is not text. It has to be a csv, json or todo.txt file.
import-broken = the table cannot be read ({ $cause }).
import-unclosed = line { $line }: a quotation mark (") opens and never closes; all that follows would be taken for one cell.
import-broken-json = line { $line }, column { $column }: it is not JSON ({ $cause }).
import-no-objects = it has to be a list of objects, one a task.
import-other-form = it looks like { $found }, not like { $expected }. Leave out “{ $expected }”, or choose another file.
import-read-as = Read as a table: { $delimiter } between the cells, text in { $encoding }.
delimiter-semicolon = semicolon
delimiter-comma = comma
delimiter-tab = tab

# Why the system did not do it
cause-not-there = there is no such file or folder
cause-there = something has that name already
cause-not-allowed = access is denied
cause-disk-full = the disk is full
cause-read-only = the disk is read-only
cause-folder = it is a folder
cause-no-folder = it is no folder
cause-too-large = the file would be too large
