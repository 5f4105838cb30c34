## usecase : ce que chaque commande répond

# Une tâche : prendre, prolonger, libérer, noter, terminer
claim-done = Merci, { $person } ! « { $task } » est à toi jusqu’au { $until } (temps prévu : { $budget }).
claim-proposed = Merci, { $person } ! Tu demandes à prendre « { $task } » jusqu’au { $until } (temps prévu : { $budget }). Elle n’est pas encore à toi : elle le sera quand la demande aura été acceptée.
claim-done-for = C’est noté : « { $task } » est prise par { $person } jusqu’au { $until } (temps prévu : { $budget }).
claim-already-yours = Rien à changer : « { $task } » est déjà prise par { $person } jusqu’au { $until } (temps prévu : { $budget }).
claim-already-asked = Rien à changer : « { $task } » est déjà demandée par { $person } jusqu’au { $until } (temps prévu : { $budget }).
claim-rival = « { $task } » est déjà prise par { $person } depuis le { $since }, à valider par l’organisation. Si tu la prends aussi, une seule de vos deux demandes sera gardée.
claim-rival-closing = « { $task } » est déjà terminée par { $person } le { $since }, à valider par l’organisation. Si tu la prends maintenant, ton travail risque de ne pas servir.
claim-hearsay = À savoir : une demande ({ $request }) dit { QUE($person) } a pris « { $task } » le { $since }. Rien n’en est accepté, et rien ne dit qui l’a écrite. Pour la lire : { $command }
claim-hearsay-closing = À savoir : une demande ({ $request }) dit { QUE($person) } a terminé « { $task } » le { $since }. Rien n’en est accepté, et rien ne dit qui l’a écrite. Pour la lire : { $command }
renew-done = C’est noté : « { $task } » est prise jusqu’au { $until }.
renew-at-most = Rien à prolonger : « { $task } » est déjà prise jusqu’au { $until }. La durée suit les règles de la campagne et l’échéance.
renew-asked = Rien à prolonger : la demande va déjà jusqu’au { $until } pour « { $task } ». La durée suit les règles de la campagne et l’échéance.
release-done = Merci ! « { $task } » est libérée : quelqu’un d’autre peut la prendre.
more-than-a-day = { $time }, c’est plus qu’une journée. Note chaque jour à part, avec --day.
log-done = Merci ! Temps passé sur « { $task } » : { $time } le { $day }, { $total } en tout (temps prévu : { $budget }).
log-asked = Merci ! Demande préparée : noter { $time } le { $day } sur « { $task } » ({ $total } en tout, temps prévu : { $budget }).
note-over-budget = C’est { $more } de plus que le temps prévu ({ $budget }). Si le reste est long, mieux vaut le dire : `mpa release { $id }` le passe à quelqu’un d’autre, avec un mot.
note-over-budget-done = Elle a pris { $spent }, { $more } de plus que le temps prévu ({ $budget }) : bon à savoir pour les prochaines.
close-done = Merci ! « { $task } » est terminée.
note-sent-back = À reprendre, selon { $person } le { $day } : { $reason }
note-blocked = Attention, elle attend encore : { $others }.
note-handover = Le mot laissé par { $person } : { $text }
note-no-time = Le temps passé n’est pas noté. Pour l’ajouter, par exemple 1 h 30 : `mpa log { $id } 1h30`

# Ce que demande une tâche : ajouter, changer, annuler, rouvrir
add-done = { $count ->
        [one] Merci ! « { $task } » est ajoutée, sous l’identifiant { $ids }.
       *[other] Merci ! « { $task } » est ajoutée en { $count } exemplaires : { $ids }.
    }
add-proposed = { $count ->
        [one] Merci ! Demande préparée : ajouter « { $task } », sous l’identifiant { $ids }.
       *[other] Merci ! Demande préparée : ajouter « { $task } » en { $count } exemplaires : { $ids }.
    }
edit-nothing = Rien à changer n’est indiqué. Ajoute par exemple --title, suivi du nouveau titre.
by-hand-changed = Quelqu’un a changé ce fichier pendant que tu l’éditais.
by-hand-nothing = Rien n’a changé dans « { $task } ».
edit-done = Merci ! « { $task } » est à jour.
note-redacted = L’historique de git garde l’ancien texte, ici et dans les copies (clones) déjà faites.
cancel-done = C’est noté : « { $task } » est annulée.
reopen-done = C’est noté : « { $task } » est de nouveau à faire.
send-back-done = C’est noté : « { $task } » est à reprendre.
note-back-to-holder = À prévenir : { $person }, qui l’avait terminée. La tâche est de nouveau à son nom jusqu’au { $until }.
note-back-to-another = À prévenir : { $person }, qui l’avait terminée, et { $holder }, qui l’a prise jusqu’au { $until }.
note-back-to-all = À prévenir : { $person }, qui l’avait terminée. La tâche est de nouveau libre ; pour la reprendre : `mpa claim { $id }`
note-back-then = Une fois la demande acceptée, à prévenir : { $person }, qui l’avait terminée. Pour relire la tâche : `mpa tasks { $id }`
note-back-words = Pour relire la tâche : `mpa tasks { $id }`. À lui dire, par exemple : « Merci pour ton travail sur “{ $task }” ! Il reste un point à reprendre : { $reason } »
nothing-to-do = Rien à changer dans « { $task } » : tout y est déjà.
note-tell-holder = Préviens { $person }, qui avait pris cette tâche.
note-tell-holder-then = Une fois la demande acceptée, préviens { $person }, qui avait pris cette tâche.
split-it = « { $task } » prendrait { $budget }, plus que { $most }, le maximum pour une tâche. Coupe-la en plusieurs tâches plus courtes.
missing-flags = Il manque des informations : ajoute { $flags }, chacune suivie de sa valeur.
missing-flag = Il manque une information : ajoute { $flag }, suivi de sa valeur.
hint-draft = Sans ressource pour l’instant ? Ajoute --draft, et la tâche restera un brouillon.

# Projets, livrables, thèmes
project-added = Merci ! Le projet « { $project } » est ajouté, sous le nom court { $slug }.
project-exists = Le nom court « { $project } » est déjà celui d’un projet. Choisis-en un autre.
theme-added = Merci ! Le thème « { $theme } » est ajouté, sous le nom court { $slug }.
theme-exists = Le nom court « { $theme } » est déjà celui d’un thème. Choisis-en un autre.
deliver-done = Bravo et merci ! Le livrable « { $deliverable } » est livré.
note-tasks-left = { $count ->
    [one] À noter : { $count } tâche de ce livrable n’est pas terminée.
   *[other] À noter : { $count } tâches de ce livrable ne sont pas terminées.
}
poll-done = C’est noté : « { $project } » a eu { $votes } voix sur { $of }.
campaign-begun = C’est parti ! La campagne « { $campaign } » va du { $started } au { $deadline } ({ $countdown }). « { $before } » est rangée parmi les campagnes passées, sous le nom { $key } : `mpa progress --past`
hint-next-early = Si c’est voulu, ajoute --yes.
hint-next-key = Pour la garder sous un autre nom, ajoute --keep-as { $key }, par exemple.
no-past-campaign = Il n’y a pas encore de campagne passée, donc pas de campagne { $campaign }.
no-such-campaign = Aucune campagne passée ne s’appelle { $campaign }. Celles qui sont gardées : { $known }
nothing-left-to-deliver = Le projet « { $project } » n’a plus rien à livrer.
shown-no-file = « { $found } » a l’air d’un fichier, et le dépôt n’en contient aucun de ce nom. Donne le chemin depuis le haut du dépôt, un lien https, ou une phrase de 20 caractères au moins.
shown-no-commit = « { $found } » a l’air d’un commit, et le dépôt n’en contient aucun de ce nom. Donne un autre commit, un lien https, ou une phrase de 20 caractères au moins.
shown-not-committed = « { $found } » n’est que sur cet ordinateur : personne d’autre ne le verrait. Enregistre d’abord ce fichier, ou donne un lien https.
already-delivered = Le livrable « { $deliverable } » est déjà livré, par { $person } le { $day }.
which-deliverable = Quel livrable du projet « { $project } » ? Donne son nom court, parmi ceux qui restent à livrer : { $known }
no-such-deliverable = Le projet « { $project } » n’a pas de livrable « { $deliverable } ». Les noms courts de ses livrables : { $known }
no-such-lead = { $person } n’est référent·e d’aucun projet.
no-account = Le compte « { $login } » de la forge n’est celui de personne ici : { $reason }
stranger-no-login = aucun compte ne s’appelle ainsi.
stranger-program = c’est celui d’un programme.
stranger-several = plusieurs fiches le nomment, celles des pseudos { $people }. Un compte n’appartient qu’à une personne : il est à retirer des autres fiches.
stranger-unnamed = aucune fiche ne le nomme. Il manque la ligne forge = "{ $login }" dans la fiche de cette personne, data/people/PSEUDO.toml, que l’organisation peut ajouter.
stranger-taken = { $person } est un pseudo déjà connu. Si c’est la même personne, il manque la ligne forge = "{ $login }" dans data/people/{ $person }.toml ; sinon, dans la fiche de son propre pseudo.
no-such-project = Aucun projet ne porte le nom court « { $project } ».
project-of-another-theme = Le projet { $project } n’est pas du thème { $theme }.
no-such-theme = Aucun thème ne porte le nom court « { $theme } ».

# Rejoindre et quitter un projet
join-done = Merci ! Le projet « { $project } » compte une personne de plus.
join-login = La fiche nomme ton compte sur la forge, { $login } : ce qu’il envoie est reconnu comme venant de toi.
join-already = Rien à changer : c’est déjà noté pour le projet « { $project } ».
leave-done = C’est noté, et merci pour tout : le départ du projet « { $project } » est enregistré.
leave-not-joined = Rien à changer : pas de participation notée au projet « { $project } ».

# Oublier un pseudo
forget-done = C’est fait : { $person } s’appelle { $name } dans les données ({ $count ->
        [one] { $count } fichier changé
       *[other] { $count } fichiers changés
    }).
forget-asked = Demande préparée : { $person } s’appellerait { $name } dans les données ({ $count ->
        [one] { $count } fichier à changer
       *[other] { $count } fichiers à changer
    }).
forget-nothing = Rien à remplacer : aucune donnée n’est au nom { DE($person) }.
forget-already = Rien à remplacer : { $person } est déjà un nom anonyme.
forget-holds = { $person } a encore une tâche en cours. Il faut d’abord la libérer, pour que quelqu’un d’autre puisse la prendre :
forget-held = « { $task } » ({ $id })
forget-last-organiser = { $person } est seul·e à organiser la campagne : après cela, personne ne pourrait plus rien décider. Ajoute d’abord quelqu’un d’autre à organisers, dans { $path }.
forget-places = { $name } a encore un rôle dans { $paths }, que plus personne ne tient : nomme quelqu’un d’autre.
forget-places-then = Une fois la demande acceptée, { $name } aura encore un rôle dans { $paths }, que plus personne ne tiendra : nomme quelqu’un d’autre.
forget-mentions = { $count ->
        [one] Un texte libre parle encore
       *[other] Des textes libres parlent encore
    } de cette personne. À relire et à corriger à la main, si besoin :
forget-mention = - { $place }
forget-requests = Attention : des demandes en attente ramèneraient { $person }, et sont à refuser ou à refaire : { $requests }.
forget-reach = Ce que mpa ne peut pas atteindre garde { $person } : l’historique de git (ce changement compris, qui relie les deux noms), les copies (clones) déjà faites, les demandes (pull requests) closes, et les noms et adresses e-mail des commits.
forget-drawn = Le nom anonyme est tiré au sort : à l’enregistrement, ce sera un autre que celui qui est montré ici.
forget-notice = La notice { $path } le dit aussi, à « Faire corriger ou retirer ».

# Revenir en arrière
undo-done = C’est défait : { $operation } « { $title } ».
undo-withdrawn = C’est retiré de ta demande : { $operation } « { $title } ».
undo-nothing = Rien à défaire : aucune opération récente n’est signée { $person }.
undo-changed-since = { $path } a encore changé après ta dernière action ({ $operation } « { $title } ») : revenir en arrière effacerait cette suite. Regarde d’abord ce qui a changé.
undo-by-hand = Ta dernière action ({ $operation } « { $title } ») a créé un fichier : cela ne se défait pas tout seul.
undo-time-stays = Le temps noté en la terminant reste.
undo-sent = Ta dernière action ({ $operation } « { $title } ») est déjà partagée avec tout le monde : cela ne se défait plus d’ici.
undo-renewed = « { $title } » a été prolongée, et tout le monde le voit déjà : cela ne se raccourcit pas. Pour t’arrêter plus tôt, il suffit de libérer la tâche.
undo-reason = C’était une erreur.
undo-too-late = Trop tard pour défaire : { $operation } « { $title } ». C’est déjà sur la branche commune, où tout le monde le voit : cela reste.
undo-keepsake = Rien à défaire : « { $title } » n’est pas à toi ; il n’y reste, à ton nom, que le temps que tu y as passé ou le mot que tu as laissé.

operation-claim = prendre
operation-renew = prolonger
operation-release = libérer
operation-log = noter le temps de
operation-close = terminer
operation-add = ajouter
operation-edit = modifier
operation-cancel = annuler
operation-reopen = rouvrir
operation-send-back = donner à reprendre
operation-poll = noter le vote de
operation-next-campaign = commencer la campagne
operation-deliver = livrer
operation-join = rejoindre
operation-leave = quitter
operation-forget = oublier
operation-undo = défaire
operation-fix = remettre en forme
operation-init = ajouter les fichiers pour
operation-other = changer

# Créer une campagne
init-done = Bravo ! La campagne « { $campaign } » est prête.
init-exists = Une campagne est déjà là : { $path } existe. Rien n’a changé.
init-around = Elle est enregistrée dans le dépôt git qui contient ce dossier : { $path }
schemas-installed = Voilà : les éditeurs qui connaissent Taplo disent ce que peut contenir chaque ligne d’un fichier.
schemas-asked = Demande préparée : dire aux éditeurs ce que peut contenir chaque ligne d’un fichier.
schemas-nothing = Rien à faire : les éditeurs le savent déjà.
note-file-kept = { $path } existait déjà : il est gardé tel quel.

# Qui, quelle tâche
who-are-you = mpa ne sait pas encore qui tu es. Choisis un pseudo (minuscules, chiffres et tirets), par exemple lampe-77.
same-id = L’identifiant { $id } est celui de deux tâches : { $first } et { $second }. Il faut un identifiant par tâche : renomme l’un des deux fichiers.
no-such-task = Aucune tâche ne répond à « { $typed } », ni par son identifiant, ni par son titre, son projet ou ses compétences.
holds-nothing = Aucune tâche n’est prise par { $person } en ce moment.
nothing-fits = Aucune tâche libre ne tient en { $time }. Pour voir les plus courtes :
nothing-open = Aucune tâche n’est libre en ce moment.
nothing-done = Aucune tâche n’est terminée pour l’instant.
data-unreadable = Ce fichier ne peut pas servir tel quel : il faut d’abord le corriger.
pull-request-mode = Dans cette campagne, les changements n’arrivent sur { $main } qu’après relecture (pull request). Sans --here, mpa range les tiens sur une branche à part ; avec --here, il faut déjà être sur une telle branche.
proposal-format = mpa ne sait pas préparer de demande dans un dépôt de ce format ({ $cause }). Crée toi-même une branche, et écris dessus avec --here.

# Où en est le projet
standing = { $project } : { $done }/{ $tasks }, { $outlook }, { $countdown }.
standing-no-deliverable = pas encore de premier livrable annoncé
standing-delivered = premier livrable livré
standing-to-deliver = premier livrable prêt à livrer
standing-first-in = { $count ->
        [0] premier livrable encore sans tâche
        [one] premier livrable à { $count } tâche
       *[other] premier livrable à { $count } tâches
    }
countdown-before = J-{ $days }
countdown-after = J+{ $days }

# Et ensuite
hint-command = À taper : { $command }
hint-claim-anyway = Pour la prendre quand même, ajoute --yes. Pour en choisir une autre :
clock-behind = Cet ordinateur se croit le { $today }, alors que la liste a déjà changé le { $newest } : son horloge retarde.
clock-ahead = Cet ordinateur se croit le { $today }, alors que le dernier changement connu de la liste date du { $newest } : son horloge avance sans doute.
hint-clock = Mets l’ordinateur à l’heure, puis recommence. Si son horloge est juste, ajoute --yes.
hint-undo = Pour défaire : { $command }
hint-interrupted = Une commande mpa a été coupée en route ? Relance exactement la même : elle finira son travail.
left-mended = Une commande mpa a été arrêtée en plein enregistrement ; l’index de git vient d’être remis en ordre : { $paths }.
left-begun = Une commande mpa a été arrêtée avant d’enregistrer ; { $count ->
    [one] un fichier qu’elle avait commencé est mis de côté
   *[other] { $count } fichiers qu’elle avait commencés sont mis de côté
}, dans { $folder } : { $paths }. Il suffit de refaire la commande.
left-unclear = Une commande mpa a été arrêtée en plein enregistrement : l’index de git contient encore une ancienne version, que ton prochain `git commit` remettrait, et le fichier a changé depuis : { $paths }. Pour remettre l’index en ordre sans toucher à tes fichiers :
left-locked = Une commande mpa a été arrêtée en plein enregistrement, et le verrou { $path } est encore là. Si aucun git ne tourne, c’est un reste : supprime-le (`rm { $path }`), puis lance `mpa`, qui remettra l’index de git en ordre.
hint-again = Relance la même commande : elle repartira du nouveau texte.
hint-contact = Pour demander : { $contact }
hint-who-may = Qui peut décider : { $people }
hint-for-them = À leur transmettre : { $command }
hint-identity = À taper, une fois pour toutes : `git config --global user.name "Ton nom"` puis `git config --global user.email toi@example.org`
note-proposed = { $role ->
    [organiser] Enregistré sur une branche à part : tu organises la campagne, tu pourras l’accepter toi-même une fois envoyé.
   *[other] Enregistré sur une branche à part : l’organisation décidera à la relecture.
} Pour envoyer : { $command }
note-branch = La demande attend sur cet ordinateur, sur la branche { $branch }.
note-branch-accept = La demande attend sur cet ordinateur, sur la branche { $branch }. Tu organises la campagne ; pour l’accepter toi-même : { $command }
note-branch-unsent = La demande attend sur cet ordinateur.{ $role ->
    [organiser] { "" } Tu organises la campagne : une fois envoyée, tu pourras l’accepter toi-même.
   *[other] { "" }
} Pour envoyer : `mpa sync`
note-taken-away = La demande n’est plus sur le serveur, et n’a pas été acceptée : `mpa sync` dit quoi faire.
note-namesake = Ton pseudo, { $person }, a aussi agi depuis une autre adresse ({ $address }) : { $operation } « { $title } ». Si ce n’est pas toi, vous êtes deux sous ce nom, et chacun croit avoir les tâches de l’autre : choisis-en un autre (`git config mpa.handle AUTRE-PSEUDO`) et préviens l’organisation. Si c’est toi, dis-le une fois : `{ $own }`
request-received = { $count ->
        [one] { $count } changement reçu.
       *[other] { $count } changements reçus.
    }
request-would-receive = { $count ->
        [one] { $count } changement à recevoir.
       *[other] { $count } changements à recevoir.
    }
note-branch-push = La demande attend sur cet ordinateur.{ $role ->
    [organiser] { "" } Tu organises la campagne : une fois envoyée, tu pourras l’accepter toi-même.
   *[other] { "" }
} Pour envoyer : { $command }
note-unanswered = La demande est envoyée, et attend d’être acceptée.
note-undo-unsent = Le serveur a encore ta demande telle qu’elle était. Pour lui envoyer ce retrait : `mpa sync`
request-prepared = Merci ! Demande préparée : { $operation } « { $title } ».
request-prepared-for = Merci ! Demande préparée, au nom { DE($person) } : { $operation } « { $title } ».
request-sent-link = Envoyé : « { $title } ». Pour que cela devienne une demande, ouvrir cette page et confirmer : { $link }
request-sent-again = Envoyé : « { $title } ». Si la demande n’est pas encore ouverte, ouvrir cette page et confirmer : { $link }
open-done = La page de la demande : { $link }
open-absent = --open a besoin de gh, le programme de GitHub, qui n’est pas installé ici : ouvrir la page ci-dessus fait la même chose.
open-no-page = --open n’a rien à ouvrir : la campagne (data/mpa.toml) ou l’adresse du dépôt partagé ne mène à aucune page de GitHub.
open-signed-out = gh, le programme de GitHub, ne sait pas encore qui tu es. Pour le lui dire : `gh auth login`, puis : `mpa sync --open`
open-failed = gh, le programme de GitHub, n’a pas pu ouvrir la demande : { $cause }
request-sent = Envoyé : « { $title } ». La demande est ouverte{ $role ->
    [organiser] { "" } : tu organises la campagne, tu peux l’accepter toi-même sur sa page.
   *[other] { " ; l’organisation répondra." }
}
request-sent-branch = Envoyé : « { $title } ».{ $role ->
    [organiser] { "" } La branche : { $branch }
   *[other] { "" } Donne à l’organisation le nom de la branche : { $branch }
}
request-accept = Tu organises la campagne ; pour l’accepter toi-même : { $command }
request-sent-more = Envoyé : « { $title } ». La demande ({ $branch }) est à jour.
request-server-said = Le serveur dit : { $line }
request-waits-link = Attend une réponse : « { $title } ». La page de la demande : { $link }
request-waits = Attend une réponse : « { $title } » ({ $branch }).
request-elsewhere = Pas envoyé : « { $title } » ({ $branch }). Le serveur a d’autres commits sur cette branche, et celle d’ici en a qui ne viennent pas de mpa ; rien n’a été remplacé, à toi de les réunir.
request-late = Pas envoyé : « { $title } » ({ $branch }). Cette branche change en ce moment sur le serveur ; ta demande reste ici, au complet.
request-unread = Pas envoyé : « { $title } » ({ $branch }). Le dépôt partagé ({ $remote }) n’est pas sur la forge que dit data/mpa.toml : il ne sait pas ouvrir de demande.
request-refused = Le serveur refuse « { $title } » ({ $branch }) : { $reason }
request-planned = À envoyer : « { $title } », par { $command }
request-accepted = Accepté : « { $title } ». Tout le monde le voit maintenant.
request-accepted-yours = Accepté : « { $title } » est à toi jusqu’au { $until }.
request-accepted-changed = Accepté, avec des changements : « { $title } ». Ce que tout le monde voit maintenant n’est pas tout à fait ce que tu avais envoyé ; si cela t’étonne, demande à l’organisation.
request-in-use = Sa branche, { $branch }, est ouverte dans un dossier de cet ordinateur : elle reste là tant que tu ne l’as pas quittée.
request-withdrawn = Retiré : « { $title } ». Il n’y a plus rien à demander.
request-withdrawn-planned = À retirer : « { $title } ». Il n’y a plus rien à demander.
request-accepted-part = Accepté en partie : { $operation } « { $title } ». La suite reste à valider.
request-taken-away = Pas envoyé : la demande « { $title } » n’est plus sur le serveur, et n’a pas été acceptée. L’organisation l’a sans doute refusée (regarde sa réponse, ou écris-lui) ; ou bien tu l’as retirée depuis un autre ordinateur.
request-ask-again = Pour la redemander telle quelle : `{ $again }`. Pour y renoncer : `{ $never }`
request-not-withdrawn = Tu as annulé « { $title } », mais le serveur garde la demande ({ $branch }) : il reste à la fermer là-bas, par toi ou par l’organisation.
request-rebuilt = Refaite sur la liste partagée, dont l’historique a été réécrit : « { $title } ».
request-rewritten = Pas envoyé : « { $title } » ({ $branch }). L’historique de la liste partagée a été réécrit ; envoyée telle quelle, ta demande ramènerait l’ancien, et elle a des commits que mpa n’a pas faits. À toi de la refaire sur le nouveau :
request-main-ahead = { $count ->
        [one] La branche { $main } d’ici a un commit que le dépôt partagé n’a pas : elle ne suit plus les autres. Pour le voir : `git log { $range }`
       *[other] La branche { $main } d’ici a { $count } commits que le dépôt partagé n’a pas : elle ne suit plus les autres. Pour les voir : `git log { $range }`
    }
request-who = Des demandes attendent sur cet ordinateur. Pour les envoyer, dis qui tu es : `mpa sync --as PSEUDO`
hint-fork = Pas le droit d’y écrire ? Crée ta propre copie (fork) sur la page de la forge, puis : git remote add copie ADRESSE
note-organiser-decides = { $why } L’organisation décidera.
note-overtaken = Entre-temps, « { $task } » a été donnée à { $person }, jusqu’au { $until } : ta demande a peu de chances d’être acceptée telle quelle. Parles-en à { $person } ou à l’organisation avant de continuer ; le temps que tu as noté reste dans ta demande.
note-overtaken-done = Entre-temps, { $person } a terminé « { $task } », le { $day } : ta demande a peu de chances d’être acceptée telle quelle. Parles-en à l’organisation avant de continuer ; le temps que tu as noté reste dans ta demande.
note-unsent = Enregistré sur cet ordinateur, pas encore envoyé. Pour envoyer : { $command }
note-changed-by-hook = Un programme du dépôt (hook) a modifié { $path } pendant l’enregistrement. Relis-le.

# check --fix
fix-done = { $count ->
        [one] { $count } fichier est remis
       *[other] { $count } fichiers sont remis
    } en forme. Seule l’écriture change, pas ce qui est dit.
fix-asked = Demande préparée : remettre en forme { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }. Seule l’écriture changerait, pas ce qui est dit.
fix-planned = { $count ->
        [one] { $count } fichier serait remis
       *[other] { $count } fichiers seraient remis
    } en forme.
fix-nothing = Il n’y a rien à réparer qui puisse l’être d’une seule façon.
fix-dirty = { $path } est laissé tel quel : il est nouveau, ou contient des changements qui ne sont pas encore enregistrés dans git. Enregistre-les d’abord.
fix-not-yours = { $path } est laissé tel quel : c’est à l’organisation, ou à qui porte le projet, de le remettre en forme.
fix-left = { $count ->
        [one] Il reste { $count } point
       *[other] Il reste { $count } points
    } où une personne doit décider.

# sync : envoyer et recevoir
sync-sent = { $count ->
        [one] C’est envoyé : { $count } action.
       *[other] C’est envoyé : { $count } actions.
    }
sync-there = { $count ->
        [one] { $count } action était déjà dans la liste partagée.
       *[other] { $count } actions étaient déjà dans la liste partagée.
    }
sync-received = { $count ->
        [one] { $count } changement reçu des autres.
       *[other] { $count } changements reçus des autres.
    }
sync-would-send = { $count ->
        [one] { $count } action à envoyer.
       *[other] { $count } actions à envoyer.
    }
sync-would-receive = { $count ->
        [one] { $count } changement à recevoir des autres.
       *[other] { $count } changements à recevoir des autres.
    }
sync-nothing = Tout est à jour : rien à envoyer, rien à recevoir.
sync-not-sent = C’est enregistré sur cet ordinateur, mais pas encore envoyé.
sync-time-kept = Ton temps ({ $time }) n’est pas perdu : il y est noté à ton nom.
sync-word-kept = Ce que tu as écrit n’est pas perdu : c’est noté à ton nom.
request-time-kept = Ton temps ({ $time }) n’est pas perdu : ta demande le garde, à ton nom.
request-word-kept = Ce que tu as écrit n’est pas perdu : ta demande le garde, à ton nom.
sync-lost = Ce n’est donc pas envoyé : { $operation } « { $title } ».
sync-not-yours = Elle n’est donc pas à toi.
sync-kept = Ce que tu avais enregistré reste sur cet ordinateur. Pour le revoir : `git log -p { $range }`
sync-instead = Libres en ce moment :
sync-instead-task = - « { $task } » ({ $budget }) : `mpa claim { $id }`
sync-conflict = { $path } a changé des deux côtés : c’est ce que les autres ont fait qui est gardé. Regarde le résultat, puis recommence ton changement s’il manque.
sync-behind = L’envoi est fait, mais les fichiers d’ici n’ont pas suivi :
sync-unreadable = Rien n’est envoyé et rien n’a bougé : { $path } est abîmé ou a disparu dans la liste partagée ({ $main }), et c’est là que va ton action. Préviens l’organisation ; une fois le fichier réparé, `mpa sync` enverra tout.
sync-others = { $count ->
        [one] Un commit n’a pas été fait par mpa : il n’est ni déplacé ni envoyé sans ton accord. Rien n’a bougé. Pour l’envoyer aussi, ajoute --rebase.
       *[other] { $count } commits n’ont pas été faits par mpa : ils ne sont ni déplacés ni envoyés sans ton accord. Rien n’a bougé. Pour les envoyer aussi, ajoute --rebase.
    }
sync-other = { $commit }  { $subject }
sync-not-clean = Le commit « { $subject } » ne peut pas suivre tout seul, à cause { DE($path) }. Rien n’a bougé ; à toi de réunir les deux.
sync-no-remote = Ce dossier n’a pas de dépôt partagé nommé « { $remote } » : il n’y a nulle part où envoyer.
sync-add-remote = Pour l’ajouter : `git remote add { $remote } ADRESSE`, avec l’adresse que donne l’organisation.
sync-moved-branch = Sur le dépôt partagé ({ $remote }), la branche « { $main } » n’existe plus : la liste y est maintenant sur « { $to } ». Rien n’a été envoyé, rien n’est perdu.
sync-moved-wait = L’organisation doit d’abord l’écrire dans data/mpa.toml, sous [workflow] : main = "{ $to }". D’ici là, ce que tu enregistres reste ici.
sync-moved-write = Dans { $path }, écrire sous [workflow] : main = "{ $to }"
sync-branch-gone = Le dépôt partagé ({ $remote }) n’a plus de branche « { $main } », et rien n’y dit où la liste est passée. Rien n’a été envoyé, rien n’est perdu : demande à l’organisation avant de l’y remettre.
sync-no-branch = Le dépôt partagé ({ $remote }) n’a pas encore de branche « { $main } » : à toi de l’y mettre, une première fois.
sync-unrelated = La branche « { $main } » d’ici et celle du dépôt partagé ({ $remote }) n’ont rien en commun : est-ce bien le même dépôt ? Vérifie l’adresse : `git remote -v`
sync-gave-up = Trop de monde envoie en ce moment : { $attempts } essais n’ont pas suffi. Ton travail reste sur cet ordinateur, au complet. Réessaie dans un moment.
sync-cut-off = Le dépôt partagé ({ $remote }) a coupé la connexion pendant l’envoi : rien n’y est arrivé jusqu’ici. Ton travail reste sur cet ordinateur, au complet.
sync-silent = Le dépôt partagé ({ $remote }) n’a plus donné signe de vie pendant l’envoi : rien n’y est arrivé jusqu’ici. Ton travail reste sur cet ordinateur, au complet.
sync-moved = Pendant l’attente, quelqu’un d’autre a déplacé la branche { $main } sur cet ordinateur : ce qui devait partir n’y est plus, et n’est pas envoyé.
sync-refused = Le dépôt partagé a refusé : { $reason }. Ton travail reste sur cet ordinateur, au complet.
sync-server-line = { $line }
sync-protected = La branche « { $main } » est protégée : l’organisation peut t’y donner accès, ou faire passer les changements par une relecture (mode = "pull-request" dans data/mpa.toml).
sync-removed = { $count ->
        [one] Un changement qui était dans la liste partagée n’y est plus : quelqu’un l’a retiré, ou le dépôt partagé a été remis dans un état plus ancien. Rien n’a bougé et rien n’est perdu : tu l’as encore sur cet ordinateur.
       *[other] { $count } changements qui étaient dans la liste partagée n’y sont plus : quelqu’un les a retirés, ou le dépôt partagé a été remis dans un état plus ancien. Rien n’a bougé et rien n’est perdu : tu les as encore sur cet ordinateur.
    }
sync-removed-again = Demande d’abord à l’organisation ce qui s’est passé. Pour les remettre dans la liste partagée : `mpa sync --rebase`
sync-removed-too = Pour les retirer ici aussi, avec une copie de tout pour plus tard : `{ $keep }`, puis `{ $leave }`
sync-rewritten = { $count ->
        [one] L’historique de la liste partagée a été réécrit : un changement n’y est plus, et n’est pas renvoyé :
       *[other] L’historique de la liste partagée a été réécrit : { $count } changements n’y sont plus, et ne sont pas renvoyés :
    }
sync-rewritten-kept = Une copie reste sur cet ordinateur. Pour la lire : `git log -p { $range }`. Si l’organisation a voulu effacer quelque chose, le nom de quelqu’un par exemple, efface la copie aussi : `{ $erase }`
sync-refounded = La branche « { $main } » d’ici et celle du dépôt partagé ({ $remote }) n’ont plus rien en commun : son historique a été réécrit depuis le début, ou son adresse mène maintenant ailleurs. Rien n’a bougé. Vérifie l’adresse (`git remote -v`) et demande à l’organisation. Si c’est bien elle, `mpa sync --rebase` suit la nouvelle liste, n’envoie que ce que tu n’as pas encore envoyé, et garde une copie du reste.
sync-strangers = { $count ->
        [one] La branche d’ici a un changement de quelqu’un d’autre, que la liste partagée n’a pas : son historique a peut-être été réécrit. Rien n’a bougé.
       *[other] La branche d’ici a { $count } changements d’autres personnes, que la liste partagée n’a pas : son historique a peut-être été réécrit. Rien n’a bougé.
    }
sync-strangers-leave = Pour suivre la liste partagée, n’envoyer que ce qui est de toi, et garder une copie du reste : `mpa sync --rebase`
sync-strangers-own = C’était toi, avec une autre adresse ? Dis-le une fois : `{ $command }`
sync-brings-back = Le commit { $commit } (« { $subject } ») fusionne un passé que la liste partagée n’a plus : l’envoyer le ramènerait. Rien n’a bougé. Pour retirer cette fusion de ta branche et garder le reste :
ask-send = Enregistré ici : { $operation } « { $title } ». L’envoyer maintenant ?
ask-send-it = C’est noté ici. L’envoyer maintenant ?
sync-held-first = « { $task } » est prise par { $person } jusqu’au { $until } : sa demande est arrivée avant la tienne.

# Vers d’autres programmes
output-written = C’est écrit dans { $path }
output-unwritable = { $path } : impossible d’écrire ici ({ $cause }). Indique un autre fichier.
output-busy = { $path } : quelqu’un d’autre y écrit en ce moment. Réessaie dans un instant.
output-no-folder = Il n’y a pas de dossier { $path } : rien n’est écrit. Crée-le, ou indique un autre fichier.
output-no-file = { $path } n’est pas un simple fichier, mais un lien, un dossier ou autre chose : rien n’est écrit. Indique un autre fichier, ou - pour la sortie standard.
output-in-data = { $path } est dans le dossier des données de la campagne, qui ne contient qu’elles : rien n’est écrit. Indique un autre fichier.
output-in-git = { $path } est dans le dossier de git : rien n’est écrit. Indique un autre fichier.

# Depuis d’autres programmes
operation-import = importer
import-done = { $count ->
        [one] Merci ! Une tâche est ajoutée depuis { $name }.
       *[other] Merci ! { $count } tâches sont ajoutées depuis { $name }.
    }
import-proposed = { $count ->
        [one] Merci ! Demande préparée : ajouter une tâche depuis { $name }.
       *[other] Merci ! Demande préparée : ajouter { $count } tâches depuis { $name }.
    }
import-nothing = Rien à ajouter depuis { $name } : tout y est déjà, ou n’est plus à faire.
note-import-drafts = { $count ->
        [one] Une tâche est un brouillon : complète-la, puis propose-la. La voir : `mpa tasks list --status draft`
       *[other] { $count } tâches sont des brouillons : complète-les, puis propose-les. Les voir : `mpa tasks list --status draft`
    }
import-wrong-rows = { $count ->
        [one] Une ligne est à corriger : rien n’est écrit.
       *[other] { $count } lignes sont à corriger : rien n’est écrit.
    }
hint-import-partial = { $count ->
        [0] Corrige le fichier, puis relance la même commande.
        [one] Corrige le fichier et relance la même commande, ou ajoute --partial pour n’ajouter que la ligne qui va.
       *[other] Corrige le fichier et relance la même commande, ou ajoute --partial pour n’ajouter que les { $count } lignes qui vont.
    }
import-too-many-tasks = Plus de { $most } tâches d’un coup : personne ne les relirait. Coupe le fichier en plusieurs.
import-remark = « { $task } » : { $what }
import-no-titles = { $name } : aucune colonne ne donne le titre des tâches. Colonnes trouvées : { $found }. Il faut une première ligne avec les noms des colonnes, dont « titre » ou « tâche ».
import-no-title = Il n’y a pas de titre.
import-no-project = Aucun projet n’est indiqué. Ajoute une colonne « projet », ou --project et l’un de ceux-ci : { $known }.
import-other-project = Le projet « { $found } » n’existe pas ici. Il y a { $known } ; --project range toutes les lignes dans l’un d’eux.
import-after = Elle attend « { $found } », qui n’est ni une ligne à ajouter ni une tâche d’ici.
import-after-several = Elle attend « { $found } », et plusieurs lignes portent cet identifiant. Donne à chacune le sien.
import-several = « { $found } » est le titre de plusieurs : { $known }. Écris plutôt l’un de ces noms courts.
import-where-and-place = « { $found } » et « { $place } » se contredisent : seul ce qui se fait sur place a un lieu. Corrige l’un des deux.
import-too-many-parts = { $flag } : il y en a plus de { $most } sur cette ligne. Garde les plus utiles.
import-wrong-day = { $flag } : « { $found } » n’est pas une date sûre. Il faut jour/mois/année, par exemple 04/12/2026 ou 04/12/26, ou 2026-12-04.
import-wrong-where = { $flag } : « { $found } » n’est pas reconnu. Écris « à distance », « sur place » ou « au choix ».
import-too-many-cells = La ligne a { $found } cases pour { $expected } colonnes : un séparateur traîne peut-être dans un texte sans guillemets.
import-given-up = { $count ->
        [one] C’est noté : une tâche ajoutée depuis { $name } est annulée.
       *[other] C’est noté : { $count } tâches ajoutées depuis { $name } sont annulées.
    }
import-none-left = Rien à annuler de l’import « { $name } » : chaque tâche a été prise, publiée ou modifiée, ou n’est plus à faire.
note-import-left = { $count ->
        [one] Une autre reste : quelqu’un l’a prise, publiée ou modifiée, ou elle n’est plus à faire.
       *[other] { $count } autres restent : quelqu’un les a prises, publiées ou modifiées, ou elles ne sont plus à faire.
    }
