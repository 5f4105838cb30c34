## doctor : ce qui manque pour travailler, et la commande qui répare

doctor-file = FICHIER
doctor-to-mend = à réparer
doctor-summary = { $count ->
    [0] Rien à réparer, { $remarks }.
    [one] { $count } point à réparer, { $remarks }.
   *[other] { $count } points à réparer, { $remarks }.
}
doctor-copy-cargo = C’est mpa { $version }, installé par cargo : { $path }. Pour le mettre à jour :
doctor-copy-cargo-path = C’est mpa { $version }, que cargo a construit dans { $source } : { $path }. Pour le mettre à jour, quand la nouvelle version est dans ce dossier :
doctor-copy-by = C’est mpa { $version }, installé par { $by } : { $path }. Pour le mettre à jour :
doctor-copy-python-file = C’est mpa { $version }, installé par { $by } à partir d’un fichier : { $path }. Pour le mettre à jour, avec le nouveau fichier :
doctor-copy-debian = C’est mpa { $version }, du paquet Debian { $package } : { $path }. Pour le mettre à jour, avec le nouveau fichier :
doctor-copy-built = C’est mpa { $version }, dans un dossier de compilation : { $path }. Pour le mettre à jour, quand la nouvelle version du code y est :
doctor-copy-unknown = C’est mpa { $version } : { $path }. Rien ici ne dit comment il a été installé ; mets-le à jour comme tu l’as installé.
doctor-git = Git { $version } convient (il faut { $minimum } ou plus récent).
doctor-git-old = Git { $version } est trop ancien : il faut { $minimum } ou plus récent (https://git-scm.com).
doctor-campaign = La campagne « { $campaign } » se lit bien, dans { $path }.
doctor-no-identity = Git ne sait pas au nom de qui enregistrer. Le nom et l’adresse seront publics : un pseudo et une adresse qui ne reçoit rien conviennent.
doctor-identity = Les enregistrements seront au nom { DE($name) }.
doctor-email-private = Chaque enregistrement publie l’adresse { $email }, qui ne révèle rien.
doctor-email-public = Chaque enregistrement publie l’adresse { $email }, pour toujours. Si elle doit rester privée, { $where }
doctor-email-github = GitHub en donne une qui ne reçoit rien : elle est dans ses réglages, à la page Emails (ID est le nombre qui y figure, suivi de ton compte). Puis :
doctor-email-gitlab = GitLab en donne une qui ne reçoit rien : elle est dans ton profil, à « Commit email » (ID est le nombre qui y figure, suivi de ton compte). Puis :
doctor-email-forgejo = la forge en donne une qui ne reçoit rien : elle est dans ses réglages, à la page du profil. Puis :
doctor-email-none = prends-en une qui ne reçoit rien, par exemple :
doctor-no-handle = Il te manque un pseudo (minuscules, chiffres et tirets) : sans lui, rien ne peut être pris.
doctor-handle = Ton pseudo est { $person }.
doctor-namesake = Le pseudo { $person } a aussi agi, il y a peu, depuis une autre adresse ({ $address }). Si ce n’est pas toi, choisis un autre pseudo (première commande) et préviens l’organisation ; si c’est toi, dis-le (seconde commande) :
doctor-no-person = Il n’y a pas de fiche { $path } : la forge ne peut pas relier ton compte à ton pseudo, et tes demandes devront être lues. Rejoindre un projet crée la fiche ; ajoutes-y une ligne : forge = "ton-compte"
doctor-person-none = Pas encore de fiche { $path } : elle est facultative, et se crée avec `mpa join`.
doctor-person = Ta fiche { $path } se lit bien.
doctor-person-no-login = Ta fiche { $path } ne dit pas ton compte sur la forge : tes demandes devront être lues. Ajoutes-y une ligne : forge = "ton-compte"
doctor-addresses = Le fichier privé des adresses se lit bien, et reste hors du dépôt.
doctor-addresses-none = Pas de fichier privé d’adresses : il n’en faut un que pour envoyer des rappels.
doctor-terminal = Le terminal affiche les accents ({ $found }).
doctor-terminal-narrow = Le terminal n’annonce pas qu’il affiche les accents : { $found } au lieu d’UTF-8. S’ils s’affichent mal :
doctor-repository = Le dépôt git est là : { $path }
doctor-state = Le dépôt est prêt à enregistrer, sur la branche { $branch }.
doctor-ordinary = C’est une copie complète et ordinaire : tout fonctionne.
doctor-shallow = L’historique de cette copie est coupé (shallow) : voir, prendre et terminer fonctionnent ; relire d’anciennes demandes ou revenir en arrière peut échouer. Pour la compléter :
doctor-partial = Cette copie est partielle : tout fonctionne, mais d’anciens fichiers se chargent par le réseau, à la demande.
doctor-sparse = Une partie des fichiers n’est pas dans le dossier (sparse checkout) : mpa les lit comme le dernier commit les a, et n’y écrit rien. Pour tout avoir :
doctor-hidden = Git a pour consigne de ne pas regarder { $paths } (skip-worktree ou assume-unchanged) : mpa n’y écrit rien, et lit dans le dernier commit ce qui manque. Pour lever la consigne :
doctor-format = Ce dépôt est d’un format récent de git (SHA-256 ou reftable) : voir, prendre et terminer fonctionnent ; relire les demandes, revenir en arrière et tout ce qui demande l’historique sont refusés.
doctor-submodule = Ce dépôt est un sous-module d’un autre : tout fonctionne, tant qu’on tape les commandes dans son dossier.
doctor-linked = C’est un second dossier de travail (git worktree) du même dépôt : tout fonctionne, les enregistrements sont partagés.
doctor-hooks-none = Aucun programme du dépôt (hook) ne se mêle des enregistrements.
doctor-hooks = Des programmes du dépôt (hooks) se lancent pendant les enregistrements ou les envois, et peuvent les refuser : { $names }, dans { $path }.
doctor-signing-off = Les enregistrements ne sont pas signés, et n’ont pas à l’être.
doctor-signing = Les enregistrements sont signés ({ $format }), et la clé est indiquée.
doctor-signing-no-key = Les enregistrements doivent être signés ({ $format }), mais la clé indiquée manque : git refusera chaque enregistrement. Indique ta clé publique :
doctor-signing-guess = Les enregistrements doivent être signés ({ $format }), sans clé indiquée : git en cherchera une à ton adresse. Pour choisir :
doctor-no-leftovers = Aucun reste d’une commande interrompue.
doctor-lock = Le verrou { $path } est là. Si aucun git ne tourne, c’est un reste, qui bloque les enregistrements :
doctor-begun = Une commande mpa a été arrêtée avant d’enregistrer, et a laissé { $count ->
    [one] un fichier commencé
   *[other] { $count } fichiers commencés
} : { $paths }. La prochaine commande mettra le tout de côté, dans { $folder } :
doctor-index = Une commande mpa a été arrêtée en plein enregistrement : l’index de git contient encore une ancienne version ({ $paths }). La prochaine commande le remet en ordre :
doctor-busy = Une autre commande mpa écrit en ce moment dans ce dépôt.
doctor-worktree = Un dossier de travail temporaire est resté : { $name }.
doctor-lost = Un changement qui n’a pas pu être partagé est gardé à part : { $name }. Pour le relire ; puis, s’il ne sert plus, pour l’effacer :
doctor-edits = Ces fichiers contiennent des changements qui ne sont dans aucun commit : { $paths }. Une commande mpa a été coupée en route ? Relance exactement la même : elle finira son travail. Pour regarder :
doctor-attributes = Les fins de ligne des données sont fixées (.gitattributes).
doctor-no-attributes = Les fins de ligne des données ne sont pas fixées : d’un système à l’autre, un fichier entier peut sembler changé. Il manque une ligne à .gitattributes :
doctor-no-remote = Ce dépôt n’est relié à aucun autre : rien ne peut être envoyé ni reçu. La campagne attend le nom { $remote } :
doctor-other-remote = La campagne s’échange par { $remote }, que cette copie ne connaît pas ; elle connaît { $known }.
doctor-remote = Le dépôt partagé, { $remote }, est à l’adresse { $address }
doctor-workflow = Mode « { $mode } », forge « { $forge } » : rien ne s’y oppose ici.
doctor-forge-none = L’adresse du dépôt partagé ressemble à celle de la forge « { $looks } », mais la campagne (mode « { $mode } ») dit « { $forge } » : les liens vers les demandes manqueront. Dans data/mpa.toml, sous [workflow] : forge = "{ $looks }"
doctor-forge-other = La campagne (mode « { $mode } ») dit que la forge est « { $forge } », mais l’adresse du dépôt partagé ressemble à « { $looks } » : les liens seront faux si elle se trompe. À vérifier dans data/mpa.toml, sous [workflow].
doctor-offline = Accès au dépôt partagé : pas vérifié (--offline).
doctor-programs = Accès au dépôt partagé : pas vérifié, car la configuration de ce dépôt lancerait des programmes : { $names }. Si tu ne les as pas mis toi-même, regarde-les avant tout :
doctor-read = { $remote } se laisse lire.
doctor-write = { $remote } accepte que tu y écrives, sous réserve de ses règles de protection.
doctor-no-read =
    { $remote } ne se laisse pas lire. Vérifie l’adresse et ton accès. Voici ce que dit git :
    { $output }
    Si ta clé a une phrase secrète, essaie toi-même, car elle n’est pas demandée ici :
doctor-password = { $remote } veut un compte et un mot de passe, qui ne sont pas demandés ici. Pour voir si tu y as accès :
doctor-unreached =
    { $remote } ne répond pas : pas de réseau, ou un nom qui n’existe pas. Voici ce que dit git :
    { $output }
doctor-main-gone = { $remote } n’a pas de branche « { $main } », où la liste devrait être. Pour savoir où elle est passée :
doctor-silent = { $remote } ne donne aucun signe de vie : rien depuis { $seconds } s. Le serveur est peut-être en panne, ou quelque chose entre lui et toi arrête les connexions (pare-feu, portail d’un réseau, proxy).
doctor-no-write =
    { $remote } n’accepte pas que tu y écrives. Demande ce droit à l’organisation. Voici ce que dit git :
    { $output }
doctor-no-write-fork =
    { $remote } n’accepte pas que tu y écrives : dans cette campagne, tes demandes partiront d’une copie à toi (fork) sur la forge. Voici ce que dit git :
    { $output }
doctor-no-main = La branche { $branch } n’est pas connue ici. Pour la recevoir :
doctor-even = Tu es à jour avec { $branch }, d’après la dernière réception.
doctor-behind = { $count ->
    [one] { $count } enregistrement
   *[other] { $count } enregistrements
} { DE($branch) } { $count ->
    [one] n’est pas encore ici
   *[other] ne sont pas encore ici
}. Pour recevoir :
doctor-unsent = { $count ->
    [one] { $count } enregistrement n’est pas encore envoyé
   *[other] { $count } enregistrements ne sont pas encore envoyés
}. Pour envoyer :
doctor-main-ahead = { $count ->
    [one] La branche { $main } d’ici a { $count } enregistrement que le dépôt partagé n’a pas
   *[other] La branche { $main } d’ici a { $count } enregistrements que le dépôt partagé n’a pas
} : elle ne suit plus les autres, et mpa n’envoie que des demandes. À regarder :
doctor-fetched = La dernière réception date de moins d’un jour.
doctor-fetched-long = { $days ->
    [one] La dernière réception date d’un jour
   *[other] La dernière réception date de { $days } jours
} : d’autres ont pu prendre des tâches depuis. Pour recevoir :
