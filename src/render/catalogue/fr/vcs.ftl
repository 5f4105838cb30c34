## vcs : ce que git permet ou refuse

vcs-not-a-repository = Pas de dépôt git dans { $path } ni au-dessus. Va dans le dossier de ton association (`cd DOSSIER`).
vcs-bare = Le dépôt { $path } n’a pas de dossier de travail (dépôt nu), or les tâches sont des fichiers. Fais-en une copie : `git clone { $path }`
vcs-foreign-owner = Le dépôt { $path } appartient à un autre compte : git ne l’ouvre pas sans ton accord. Si tu lui fais confiance : `git config --global --add safe.directory { $path }`
vcs-open = Le dépôt { $path } ne s’ouvre pas : { $cause }. Pour chercher la cause : `git -C { $path } fsck`
vcs-outside = { $path } est en dehors du dépôt { $workdir }. Il faut un fichier de ce dépôt.
vcs-bad-path = { $path } n’est pas un nom de fichier possible ici : ni « .. », ni « .git », ni barre oblique inversée, ni caractère de contrôle. Renomme-le : `git mv`
vcs-git-dir-in-environment = GIT_DIR ou une variable de la même famille est définie, comme dans un hook : on ne sait plus de quel dépôt il s’agit. Relance la commande sans elle : `env -u GIT_DIR -u GIT_WORK_TREE -u GIT_INDEX_FILE mpa …`
vcs-detached = HEAD est sur un commit et non sur une branche : le changement se perdrait. Reviens d’abord sur une branche.
vcs-merge-under-way = Une fusion est en cours dans ce dépôt. Termine-la (d’abord les conflits, s’il y en a : corrige, puis `git add FICHIER` ; ensuite `git commit --no-edit`) ou abandonne-la (`git merge --abort`), puis recommence.
vcs-rebase-under-way = Un rebase est en cours dans ce dépôt. Termine-le (d’abord les conflits, s’il y en a : corrige, puis `git add FICHIER` ; ensuite `git rebase --continue`) ou abandonne-le (`git rebase --abort`), puis recommence.
vcs-cherry-pick-under-way = Un cherry-pick est en cours dans ce dépôt. Termine-le (d’abord les conflits, s’il y en a : corrige, puis `git add FICHIER` ; ensuite `git cherry-pick --continue`) ou abandonne-le (`git cherry-pick --abort`), puis recommence.
vcs-revert-under-way = Un revert est en cours dans ce dépôt. Termine-le (d’abord les conflits, s’il y en a : corrige, puis `git add FICHIER` ; ensuite `git revert --continue`) ou abandonne-le (`git revert --abort`), puis recommence.
vcs-bisect-under-way = Une recherche par bisect est en cours dans ce dépôt. Termine-la (`git bisect reset`), puis recommence.
vcs-am-under-way = Une série de correctifs est en cours d’application (`git am`). Termine-la (d’abord les conflits, s’il y en a : corrige, puis `git add FICHIER` ; ensuite `git am --continue`) ou abandonne-la (`git am --abort`), puis recommence.
vcs-other-branch = Tu es sur la branche « { $found } », alors que la liste vit sur « { $expected } ». Change de branche, ou ajoute --here pour écrire ici quand même.
vcs-branch-in-use = La branche { $branch } est ouverte, ici ou dans une autre copie de travail (worktree) : l’avancer laisserait des fichiers qui ne vont plus avec. Pour écrire dessus : ajouter --here, ou la quitter d’abord (git switch).
vcs-is-a-link = { $path } est un lien symbolique : écrire ici changerait un autre fichier. Remplace le lien par un vrai fichier, puis recommence.
vcs-through-a-link = { $path } passe par le lien symbolique { $at } : écrire ici sortirait peut-être du dépôt. Remplace le lien par un vrai dossier, puis recommence.
vcs-submodule = { $path } se trouve dans { $at }, un dépôt à part (sous-module). Lance la commande dans ce dépôt : `cd { $at }`
vcs-skip-worktree = Git a pour consigne d’ignorer { $path } (skip-worktree ou assume-unchanged). Lève-la : `{ $command }`
vcs-skip-worktree-gone = { $path } n’est pas là, et git a pour consigne de l’ignorer (skip-worktree ou assume-unchanged). Lève-la et fais revenir le fichier : `{ $command }` puis `git restore -- { $path }`
vcs-sparse = Cette copie n’a qu’une partie des fichiers (sparse checkout), et { $path } n’en est pas : rien n’y est écrit. Fais venir son dossier (`{ $command }`), ou tout (`git sparse-checkout disable`), puis recommence.
vcs-not-a-file = { $path } n’est pas un fichier ordinaire, alors qu’il en faut un. Regarde ce qui s’y trouve : `ls -ld { $path }`
vcs-stale = { $path } vient d’être modifié par quelqu’un ou quelque chose d’autre. Rien n’a changé de notre côté.
vcs-dirty-edited = { $path } contient des changements qui ne sont dans aucun commit. Garde-les (`git commit -m "Mes changements" -- { $path }`) ou mets-les de côté (`git stash push -- { $path }`), puis recommence.
vcs-dirty-staged = L’index de git contient pour { $path } autre chose que le dernier commit. Garde-le (`git commit -m "Mes changements" -- { $path }`) ou retire-le de l’index (`git restore --staged -- { $path }`), puis recommence.
vcs-dirty-untracked = { $path } n’est dans aucun commit. Ajoute-le d’abord : `git add -- { $path }` puis `git commit -m "Nouveau fichier" -- { $path }`
vcs-lock-busy = Une autre commande mpa travaille dans ce dépôt depuis plus de { $seconds } s (verrou { $path }). Attends qu’elle finisse, puis recommence.
vcs-index-locked = Un autre git travaille dans ce dépôt depuis plus de { $seconds } s (verrou { $path }). Attends qu’il finisse ; si aucun git ne tourne, le verrou est un reste : supprime-le (`rm { $path }`), puis recommence.
vcs-not-fetched = Cette copie n’a pas tous les textes : une partie est restée sur le serveur (clone partiel). Fais-les venir : `mpa sync`
vcs-no-identity = Git ne sait pas encore qui tu es : il lui faut un nom et une adresse pour chaque commit.
vcs-signing-failed =
    Git n’a pas pu signer le commit ; rien n’a changé. Vérifie ta clé (`git config user.signingkey`), puis recommence.
    { $output }
vcs-nothing-to-commit = Rien à enregistrer : le dernier commit contient déjà ce résultat. Pour le voir : `git log -1`
vcs-hook-refused =
    Un hook de ce dépôt a refusé le commit ; tout a été remis en place. Corrige ce qu’il signale, puis recommence.
    { $output }
vcs-hook-brought = Un hook de ce dépôt ({ $hooks }, dans { $path }) a ajouté { $paths } au commit, alors qu’un commit de mpa ne contient que son action. Le commit est défait et tout est remis en place. Corrige ce hook pour qu’il laisse ces commits tels quels, puis recommence.
vcs-hook-unsigned = Un hook de ce dépôt ({ $hooks }, dans { $path }) a retiré du message du commit les lignes « Mpa-… », sans lesquelles ni `mpa undo` ni `mpa sync` ne retrouveraient l’action. Le commit est défait et tout est remis en place. Corrige ce hook pour qu’il garde ces lignes, puis recommence.
vcs-hook-left = Un hook de ce dépôt ({ $hooks }, dans { $path }) a changé le commit au point que mpa ne le retrouverait plus, et un autre commit est déjà venu par-dessus : il reste donc. Pour le défaire : `git revert --no-edit { $commit }`. Puis corrige ce hook.
vcs-push-hook-refused =
    Un hook de ce dépôt a refusé l’envoi ; rien n’est perdu. Corrige ce qu’il signale, puis recommence : `mpa sync`
    { $output }
vcs-unreachable =
    Le dépôt partagé ({ $remote }) est hors d’atteinte, ou ne te laisse pas entrer ; ton travail reste ici, au complet. Vérifie ta connexion et ton accès (`git ls-remote { $remote }`), puis : `mpa sync`
    { $output }
vcs-cut-off =
    La connexion au dépôt partagé ({ $remote }) s’est coupée pendant l’envoi : impossible de savoir si c’est arrivé. Ton travail reste ici, au complet. Relance `mpa sync` dès que la connexion revient : rien ne sera envoyé deux fois.
    { $output }
vcs-silent = Le dépôt partagé ({ $remote }) ne donne aucun signe de vie depuis { $seconds } s ; ton travail reste ici, au complet. Pour chercher ce qui manque : `mpa doctor` ; pour réessayer : `mpa sync`
vcs-silent-sending = Pendant l’envoi, le dépôt partagé ({ $remote }) n’a plus donné signe de vie pendant { $seconds } s : impossible de savoir si c’est arrivé. Ton travail reste ici, au complet. Relance `mpa sync` plus tard : rien ne sera envoyé deux fois.
vcs-program-silent = { $program } ne donne aucun signe de vie depuis { $seconds } s, et mpa l’a arrêté. Ce qui est envoyé le reste.
vcs-interrupted = Arrêté en route : ton travail reste ici, au complet. Pour finir : `mpa sync`
vcs-in-the-way = La liste partagée a changé des fichiers que tu as modifiés sans les enregistrer : { $paths }. Mets tes changements de côté (`git stash --include-untracked`, ou un autre nom pour ce que git ne connaît pas), lance `mpa sync`, puis reprends-les (`git stash pop`).
vcs-git-missing = Le programme git est introuvable : il faut git { $minimum } ou plus récent. Installe-le (https://git-scm.com), puis recommence.
vcs-git-too-old = { $found } est trop ancien : il faut git { $minimum } ou plus récent (https://git-scm.com).
vcs-program =
    { $command } a échoué (code { $code }) ; rien n’a changé. Voici ce que dit git :
    { $output }
vcs-program-permission =
    { $command } n’a pas la permission d’écrire dans le dépôt ; rien n’a changé. Vérifie à qui appartient le dossier : `ls -ld .git`
    { $output }
vcs-program-read-only =
    { $command } a échoué : le disque est en lecture seule. Rien n’a changé.
    { $output }
vcs-program-disk-full =
    { $command } a échoué : le disque est plein. Rien n’a changé ; libère de la place (`df -h`), puis recommence.
    { $output }
vcs-read = Impossible de lire { $what } dans le dépôt : { $cause }. Pour chercher la cause : `git fsck`
vcs-needs-engine = Ce dépôt est d’un format que mpa ne lit qu’en partie ({ $cause }) : voir, prendre et terminer des tâches fonctionne, mais pas ce qui demande l’historique. Utilise git pour cela : `git log`, `git revert`
vcs-ambiguous = « { $name } » désigne plusieurs commits : { $names }. Écris en entier le nom de celui qui est voulu.
vcs-shallow = L’historique de cette copie s’arrête avant ce qu’il faut regarder : rien ne peut être jugé. Reçois le reste, puis recommence.
vcs-file = Impossible de lire ou d’écrire { $path } : { $cause }. Vérifie le chemin : `ls -ld { $path }`
vcs-file-permission = Pas la permission de lire ou d’écrire { $path }. Vérifie à qui il appartient : `ls -ld { $path }`
vcs-file-read-only = { $path } est sur un disque en lecture seule : impossible d’écrire. Rien n’a changé.
vcs-file-disk-full = Le disque est plein : impossible d’écrire { $path }. Rien n’a changé ; libère de la place (`df -h`), puis recommence.
vcs-scratch = Impossible de créer un fichier temporaire : { $cause }. Vérifie la place et les droits du dossier temporaire (TMPDIR).
vcs-not-put-back =
    Le commit a échoué et { $path } n’a pas pu être remis en place : le changement y est encore. Regarde (`git status`), puis reviens en arrière (`git restore`) si tu n’en veux pas.
    { $cause }
