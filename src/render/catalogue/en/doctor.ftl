## doctor: what is missing for work, and the command that mends it

doctor-file = FILE
doctor-to-mend = to mend
doctor-summary = { $count ->
    [0] Nothing to mend, { $remarks }.
    [one] { $count } thing to mend, { $remarks }.
   *[other] { $count } things to mend, { $remarks }.
}
doctor-copy-cargo = This is mpa { $version }, which cargo installed: { $path }. To update it:
doctor-copy-cargo-path = This is mpa { $version }, which cargo built in { $source }: { $path }. To update it, once the new version is in that folder:
doctor-copy-by = This is mpa { $version }, installed by { $by }: { $path }. To update it:
doctor-copy-python-file = This is mpa { $version }, installed by { $by } from a file: { $path }. To update it, with the newer file:
doctor-copy-debian = This is mpa { $version }, of the Debian package { $package }: { $path }. To update it, with the newer file:
doctor-copy-built = This is mpa { $version }, in a build folder: { $path }. To update it, once the new version of the source is there:
doctor-copy-unknown = This is mpa { $version }: { $path }. Nothing here tells how it was installed; it is updated the way it came.
doctor-git = Git { $version } will do ({ $minimum } or later is needed).
doctor-git-old = Git { $version } is too old: { $minimum } or later is needed (https://git-scm.com).
doctor-campaign = The campaign “{ $campaign }” can be read, in { $path }.
doctor-no-identity = Git does not know in whose name to record. Name and address will be public: a handle and an address that receives nothing will do.
doctor-identity = What is recorded will be in the name of { $name }.
doctor-email-private = Each commit publishes the address { $email }, which reveals nothing.
doctor-email-public = Each commit publishes the address { $email }, for ever. If it is to stay private, { $where }
doctor-email-github = GitHub gives you one that receives nothing: it is in its settings, on the page Emails (ID is the number shown there, followed by your account). Then:
doctor-email-gitlab = GitLab gives you one that receives nothing: it is in your profile, at “Commit email” (ID is the number shown there, followed by your account). Then:
doctor-email-forgejo = the forge gives you one that receives nothing: it is in its settings, on the profile page. Then:
doctor-email-none = take one that receives nothing, for instance:
doctor-no-handle = You have no handle yet (lower-case letters, digits and hyphens): without one nothing can be taken.
doctor-handle = Your handle is { $person }.
doctor-namesake = The handle { $person } has acted from another address too, not long ago ({ $address }). If that is not you, choose another handle (first command) and tell the organisers; if it is you, say so (second command):
doctor-no-person = There is no file { $path }: the forge cannot tell that your account and your handle are the same person, and your requests will have to be read. Joining a project makes the file; add a line to it: forge = "your-account"
doctor-person-none = No file { $path } yet: it is optional, and `mpa join` makes it.
doctor-person = Your file { $path } can be read.
doctor-person-no-login = Your file { $path } does not say your account on the forge: your requests will have to be read. Add a line to it: forge = "your-account"
doctor-addresses = The private file of addresses can be read, and stays out of the repository.
doctor-addresses-none = No private file of addresses: it is only needed to send reminders.
doctor-terminal = The terminal shows accents ({ $found }).
doctor-terminal-narrow = The terminal does not say that it shows accents: { $found } instead of UTF-8. If they look wrong:
doctor-repository = The git repository is there: { $path }
doctor-state = The repository is ready to record, on the branch { $branch }.
doctor-ordinary = This is a complete and ordinary clone: everything works.
doctor-shallow = The history of this clone is cut off (shallow): looking, taking and finishing work; reading old requests or going back may fail. To complete it:
doctor-partial = This clone is partial: everything works, but old files come over the network when needed.
doctor-sparse = Some of the files are not in the folder (sparse checkout): mpa reads them as the last commit has them, and writes nothing to them. To have them all:
doctor-hidden = Git was told not to look at { $paths } (skip-worktree or assume-unchanged): mpa writes nothing there, and reads in the last commit what is missing. To undo that:
doctor-format = This repository has a recent format of git’s (SHA-256 or reftable): looking, taking and finishing work; reviewing requests, going back and whatever needs the history are refused.
doctor-submodule = This repository is a submodule of another: everything works, as long as commands are typed in its folder.
doctor-linked = This is a second working tree (git worktree) of the same repository: everything works, what is recorded is shared.
doctor-hooks-none = No program of the repository (hook) takes part when something is recorded.
doctor-hooks = Programs of the repository (hooks) run when something is recorded or sent, and may refuse it: { $names }, in { $path }.
doctor-signing-off = Commits are not signed, and need not be.
doctor-signing = Commits are signed ({ $format }), and the key is named.
doctor-signing-no-key = Commits are to be signed ({ $format }), but the key named for it is missing: git will refuse each of them. Name your public key:
doctor-signing-guess = Commits are to be signed ({ $format }), and no key is named: git will look for one by your address. To choose:
doctor-no-leftovers = Nothing is left of a command that was cut off.
doctor-lock = The lock { $path } is there. If no git is running it is a leftover, which stops everything from being recorded:
doctor-begun = An mpa command was stopped before it recorded anything, and left { $count ->
    [one] a file that it had begun
   *[other] { $count } files that it had begun
}: { $paths }. The next command will put it all aside, in { $folder }:
doctor-index = A command of mpa was killed while it recorded: git’s index still holds the old version of { $paths }. The next command puts it right:
doctor-busy = Another mpa command is writing in this repository right now.
doctor-worktree = A temporary working tree was left: { $name }.
doctor-lost = A change that could not be shared is kept apart: { $name }. To read it; then, if it is of no more use, to delete it:
doctor-edits = These files hold changes that are in no commit: { $paths }. Was an mpa command cut off? Type exactly the same again: it will finish its work. To look:
doctor-attributes = The line endings of the data are fixed (.gitattributes).
doctor-no-attributes = The line endings of the data are not fixed: from one system to another a whole file may seem changed. A line is missing in .gitattributes:
doctor-no-remote = This repository is linked to no other: nothing can be sent or received. The campaign expects the name { $remote }:
doctor-other-remote = The campaign is shared through { $remote }, which this clone does not know; it knows { $known }.
doctor-remote = The shared repository, { $remote }, is at { $address }
doctor-workflow = Mode “{ $mode }”, forge “{ $forge }”: nothing here speaks against it.
doctor-forge-none = The address of the shared repository looks like the forge “{ $looks }”, but the campaign (mode “{ $mode }”) says “{ $forge }”: links to requests will be missing. In data/mpa.toml, under [workflow]: forge = "{ $looks }"
doctor-forge-other = The campaign (mode “{ $mode }”) says that the forge is “{ $forge }”, but the address of the shared repository looks like “{ $looks }”: links will be wrong if it errs. See data/mpa.toml, under [workflow].
doctor-offline = Access to the shared repository: not checked (--offline).
doctor-programs = Access to the shared repository: not checked, because the configuration of this repository would start programs: { $names }. If you did not put them there, look at them first:
doctor-read = { $remote } can be read.
doctor-write = { $remote } lets you write, unless its protection rules say otherwise.
doctor-no-read =
    { $remote } cannot be read. Check the address and your access. Git says:
    { $output }
    If your key has a passphrase, try for yourself, since nobody is asked for it here:
doctor-password = { $remote } wants an account and a password, which nobody is asked for here. To see whether you have access:
doctor-unreached =
    { $remote } does not answer: no network, or a name that does not exist. Git says:
    { $output }
doctor-main-gone = { $remote } has no branch “{ $main }”, where the list should be. To find out where it has gone:
doctor-silent = { $remote } gives no sign of life: nothing for { $seconds } s. The server may be down, or something on the way to it may stop connections (firewall, portal of a network, proxy).
doctor-no-write =
    { $remote } does not let you write. Ask the organisers for that right. Git says:
    { $output }
doctor-no-write-fork =
    { $remote } does not let you write: in this campaign your requests will come from a copy of your own (fork) on the forge. Git says:
    { $output }
doctor-no-main = The branch { $branch } is not known here. To receive it:
doctor-even = You are even with { $branch }, as it was last received.
doctor-behind = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
} of { $branch } { $count ->
    [one] is not here yet
   *[other] are not here yet
}. To receive:
doctor-unsent = { $count ->
    [one] { $count } commit was not sent yet
   *[other] { $count } commits were not sent yet
}. To send:
doctor-main-ahead = { $count ->
    [one] The branch { $main } here has { $count } commit that the shared repository has not
   *[other] The branch { $main } here has { $count } commits that the shared repository has not
}: it does not follow the others any more, and mpa sends requests only. To look:
doctor-fetched = What others did was last received less than a day ago.
doctor-fetched-long = { $days ->
    [one] What others did was last received a day ago
   *[other] What others did was last received { $days } days ago
}: somebody may have taken tasks since. To receive:
