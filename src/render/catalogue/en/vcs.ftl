## vcs: what git allows or refuses

vcs-not-a-repository = No git repository in { $path } or above. Go to the folder of your association (`cd FOLDER`).
vcs-bare = The repository { $path } has no working tree (it is bare), but tasks are files. Clone it: `git clone { $path }`
vcs-foreign-owner = The repository { $path } belongs to another account, and git does not open it without your consent. If you trust it: `git config --global --add safe.directory { $path }`
vcs-open = The repository { $path } does not open: { $cause }. To look for the cause: `git -C { $path } fsck`
vcs-outside = { $path } lies outside the repository { $workdir }. A file of this repository is needed.
vcs-bad-path = { $path } is no possible file name here: no “..”, no “.git”, no backslash, no control character. Rename it: `git mv`
vcs-git-dir-in-environment = GIT_DIR or a variable of its family is set, as inside a hook, so it is unclear which repository is meant. Run the command without it: `env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE mpa …`
vcs-detached = HEAD is on a commit and not on a branch: the change would get lost. Go back to a branch first.
vcs-merge-under-way = A merge is under way in this repository. Finish it (conflicts first, if any: mend them, `git add FILE`; then `git commit --no-edit`) or give it up (`git merge --abort`), then try again.
vcs-rebase-under-way = A rebase is under way in this repository. Finish it (conflicts first, if any: mend them, `git add FILE`; then `git rebase --continue`) or give it up (`git rebase --abort`), then try again.
vcs-cherry-pick-under-way = A cherry-pick is under way in this repository. Finish it (conflicts first, if any: mend them, `git add FILE`; then `git cherry-pick --continue`) or give it up (`git cherry-pick --abort`), then try again.
vcs-revert-under-way = A revert is under way in this repository. Finish it (conflicts first, if any: mend them, `git add FILE`; then `git revert --continue`) or give it up (`git revert --abort`), then try again.
vcs-bisect-under-way = A bisect is under way in this repository. End it (`git bisect reset`), then try again.
vcs-am-under-way = A series of patches is being applied (`git am`). Finish it (conflicts first, if any: mend them, `git add FILE`; then `git am --continue`) or give it up (`git am --abort`), then try again.
vcs-other-branch = You are on the branch “{ $found }”, but the list lives on “{ $expected }”. Change the branch, or add --here to write here all the same.
vcs-branch-in-use = The branch { $branch } is checked out, here or in another working tree: moving it would leave files that do not fit. To write on it: add --here, or leave it first (git switch).
vcs-is-a-link = { $path } is a symbolic link: writing here would change another file. Replace the link with a real file, then try again.
vcs-through-a-link = { $path } goes through the symbolic link { $at }: writing here may leave the repository. Replace the link with a real folder, then try again.
vcs-submodule = { $path } lies in { $at }, a repository of its own (submodule). Run the command in that one: `cd { $at }`
vcs-skip-worktree = Git was told to ignore { $path } (skip-worktree or assume-unchanged). Undo that: `{ $command }`
vcs-skip-worktree-gone = { $path } is not there, and git was told to ignore it (skip-worktree or assume-unchanged). Undo that and have the file back: `{ $command }` then `git restore -- { $path }`
vcs-sparse = This clone has only a part of the files (sparse checkout), and { $path } is not one of them: nothing is written to it. Have its folder (`{ $command }`) or everything (`git sparse-checkout disable`), then try again.
vcs-not-a-file = { $path } is not an ordinary file, but has to be one. Look at what is there: `ls -ld { $path }`
vcs-stale = { $path } was changed just now by somebody or something else. Nothing was changed on our side.
vcs-dirty-edited = { $path } holds changes that are in no commit. Keep them (`git commit -m "My changes" -- { $path }`) or put them aside (`git stash push -- { $path }`), then try again.
vcs-dirty-staged = For { $path }, git’s index holds something else than the last commit. Keep it (`git commit -m "My changes" -- { $path }`) or take it out of the index (`git restore --staged -- { $path }`), then try again.
vcs-dirty-untracked = { $path } is in no commit. Add it first: `git add -- { $path }` then `git commit -m "New file" -- { $path }`
vcs-lock-busy = Another mpa command has worked in this repository for more than { $seconds } s (lock { $path }). Wait until it is done, then try again.
vcs-index-locked = Another git has worked in this repository for more than { $seconds } s (lock { $path }). Wait until it is done; if no git is running, the lock is a leftover: delete it (`rm { $path }`), then try again.
vcs-not-fetched = This clone does not have all the texts: some were left on the server (partial clone). Have them: `mpa sync`
vcs-no-identity = Git does not know yet who you are: it needs a name and an address for each commit.
vcs-signing-failed =
    Git could not sign the commit; nothing was changed. Check your key (`git config user.signingkey`), then try again.
    { $output }
vcs-nothing-to-commit = Nothing to record: the last commit already holds this result. To see it: `git log -1`
vcs-hook-refused =
    A hook of this repository refused the commit; everything was put back. Correct what it says, then try again.
    { $output }
vcs-hook-brought = A hook of this repository ({ $hooks }, in { $path }) added { $paths } to the commit, but a commit of mpa holds its own action only. The commit is undone and everything is back in place. Mend this hook so that it leaves these commits as they are, then try again.
vcs-hook-unsigned = A hook of this repository ({ $hooks }, in { $path }) took the “Mpa-…” lines out of the commit’s message; without them neither `mpa undo` nor `mpa sync` would find the action again. The commit is undone and everything is back in place. Mend this hook so that it keeps these lines, then try again.
vcs-hook-left = A hook of this repository ({ $hooks }, in { $path }) changed the commit so much that mpa would not find it again, and another commit already came on top: so it stays. To undo it: `git revert --no-edit { $commit }`. Then mend this hook.
vcs-push-hook-refused =
    A hook of this repository refused the sending; nothing is lost. Mend what it reports, then try again: `mpa sync`
    { $output }
vcs-unreachable =
    The shared repository ({ $remote }) is out of reach, or does not let you in; your work stays here, all of it. Check your connection and your access (`git ls-remote { $remote }`), then: `mpa sync`
    { $output }
vcs-cut-off =
    The connection to the shared repository ({ $remote }) broke while sending: there is no telling whether it arrived. Your work stays here, all of it. Run `mpa sync` once the connection is back: nothing will be sent twice.
    { $output }
vcs-silent = The shared repository ({ $remote }) has given no sign of life for { $seconds } s; your work stays here, all of it. To find out what is missing: `mpa doctor`; to try again: `mpa sync`
vcs-silent-sending = While you were sending, the shared repository ({ $remote }) gave no sign of life for { $seconds } s: there is no telling whether it arrived. Your work stays here, all of it. Run `mpa sync` again later: nothing will be sent twice.
vcs-program-silent = { $program } has given no sign of life for { $seconds } s, and mpa stopped it. What is sent stays sent.
vcs-interrupted = Stopped on the way: your work stays here, all of it. To finish: `mpa sync`
vcs-in-the-way = The shared list changed files that you changed, too, without recording it: { $paths }. Put your changes aside (`git stash --include-untracked`, or another name for what git does not know), run `mpa sync`, then take them back (`git stash pop`).
vcs-git-missing = The git program was not found: git { $minimum } or newer is needed. Install it (https://git-scm.com), then try again.
vcs-git-too-old = { $found } is too old: git { $minimum } or newer is needed (https://git-scm.com).
vcs-program =
    { $command } failed (code { $code }); nothing was changed. Git says:
    { $output }
vcs-program-permission =
    { $command } has no permission to write in the repository; nothing was changed. Check whose folder it is: `ls -ld .git`
    { $output }
vcs-program-read-only =
    { $command } failed: the disk is read-only. Nothing was changed.
    { $output }
vcs-program-disk-full =
    { $command } failed: the disk is full. Nothing was changed; make room (`df -h`), then try again.
    { $output }
vcs-read = Cannot read { $what } in the repository: { $cause }. To look for the cause: `git fsck`
vcs-needs-engine = This repository has a format that mpa reads only in part ({ $cause }): listing, claiming and closing tasks works, but not what needs the history. Use git for that: `git log`, `git revert`
vcs-ambiguous = “{ $name }” means several commits: { $names }. Type the full name of the one you mean.
vcs-shallow = The history of this copy ends before what has to be looked at: nothing can be judged. Fetch the rest, then try again.
vcs-file = Cannot read or write { $path }: { $cause }. Check the path: `ls -ld { $path }`
vcs-file-permission = No permission to read or write { $path }. Check whose it is: `ls -ld { $path }`
vcs-file-read-only = { $path } is on a read-only disk and cannot be written. Nothing was changed.
vcs-file-disk-full = The disk is full: { $path } cannot be written. Nothing was changed; make room (`df -h`), then try again.
vcs-scratch = Cannot make a temporary file: { $cause }. Check room and permissions of the temporary folder (TMPDIR).
vcs-not-put-back =
    The commit failed and { $path } could not be put back: it still holds the change. Look (`git status`), then go back (`git restore`) if you do not want it.
    { $cause }
