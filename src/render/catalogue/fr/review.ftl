## review : ce que change une demande, et ce que le règlement en dit

# Ce qui s’est passé, une phrase chacun
told-task-added = Nouvelle tâche : « { $what } » ({ $budget }), dans { $project }
told-claimed = { $person } prend « { $what } » ({ $budget }, échéance le { $due })
told-claimed-for = { $person } prend « { $what } » ({ $budget }, échéance le { $due }), noté par { $recorder }
told-until = { $said }, jusqu’au { $until }
told-renewed = { $person } prolonge « { $what } » jusqu’au { $until }
told-released = { $person } libère « { $what } »
told-record-time = { $person } note à son nom le temps passé sur « { $what } » ({ $time })
told-record-word = { $person } laisse un mot sur « { $what } » à qui continuera
told-record-empty = { $person } note avoir pris « { $what } » puis l’avoir libérée
told-time-logged = { $person } note { $to } le { $day } sur « { $what } »
told-time-changed = { $person } corrige son temps du { $day } sur « { $what } » : { $to } au lieu de { $from }
told-handover = { $person } écrit ce qui reste à faire dans « { $what } »
told-record-altered = Ce qui est noté pour { $person } dans « { $what } » est modifié après coup
told-record-erased = Ce qui est noté pour { $person } dans « { $what } » disparaît
told-closed = { $person } termine « { $what } » ; résultat : { $evidence }
told-closing-altered = La fin de « { $what } », par { $person }, est modifiée après coup
told-closing-erased = La fin de « { $what } », par { $person }, disparaît
told-redacted = Des données personnelles disparaissent de ce { QUE($person) } a écrit dans « { $what } »
told-sent-back = { $person } donne « { $what } » à reprendre : { $reason }
told-reopened = { $person } rouvre « { $what } » : { $reason }
told-cancelled = { $person } annule « { $what } » : { $reason }
told-task-deleted = Le fichier de « { $what } » disparaît, ou change d’identifiant ou de projet
told-published = « { $what } » n’est plus un brouillon : la tâche est proposée à tout le monde
told-unpublished = « { $what } » redevient un brouillon
told-budget-changed = « { $what } » : temps prévu { $to } au lieu de { $from }
told-field-changed = « { $what } », { $field } : « { $from } » devient « { $to } »
told-field-added = « { $what } », { $field } : « { $to } » est ajouté
told-field-removed = « { $what } », { $field } : « { $from } » est retiré
told-field = « { $what } », { $field } : changement
told-unknown-key = « { $what } », clé inconnue { $key } : ajoutée, changée ou retirée
told-left-over = « { $what } » : { $key } change, et rien de ce qui est fait ici ne l’explique
told-polled = « { $what } » a eu { $votes } voix sur { $of }, le { $day }
told-delivered = « { $what } » livre { $deliverable } ; résultat : { $evidence }
told-joined = { $what } rejoint le projet { $project }
told-left = { $what } quitte le projet { $project }
told-project-added = Nouveau projet : « { $what } »
told-project-deleted = Le projet « { $what } » disparaît
told-theme-added = Nouveau thème : « { $what } »
told-theme-deleted = Le thème « { $what } » disparaît
told-person-added = Nouvelle fiche : { $what }
told-person-deleted = La fiche { DE($what) } disparaît
told-person-replaced = Le pseudo { $person } est oublié : il devient { $name } partout
told-reformatted = « { $what } » : commentaires ou mise en page changés, sans changer le sens
told-file-renamed = « { $what } » : le fichier { $from } s’appelle maintenant { $to }
told-file-moved = « { $what } » est maintenant dans le fichier { $to } de la branche commune
told-unreadable = Le fichier { $path } ne peut pas être lu
excess-files = Plus de { $most } fichiers changent : trop pour être lus un à un
excess-folders = Plus de { $most } dossiers changent : trop pour être ouverts un à un
excess-changes = Plus de { $most } changements : trop pour être lus un à un
excess-names = Plus de { $most } noms à retrouver : trop pour être suivis un à un
excess-commits = Plus de { $most } commits à parcourir : trop pour être lus un à un
excess-bytes = Plus de { $most } Mio à lire, les grands fichiers comptant davantage : trop pour une demande
excess-folder-bytes = Des dossiers de plus de { $most } Mio : trop pour être parcourus
excess-commit-bytes = Un commit de plus de { $most } Mio : trop pour être lu
excess-depth = Plus de { $most } dossiers l’un dans l’autre, ou un nom trop long
told-revealing = « { $what } » dévoile quelque chose de personnel
told-unsound = « { $what } » contiendrait une erreur
told-conflicting = « { $what } » a changé aussi sur la branche commune : la fusion s’arrêtera sur un conflit
told-merged-wrongly = « { $what } » a changé aussi sur la branche commune : la fusion passerait sans bruit, et mélangerait les deux
told-id-taken = « { $what } » porte un identifiant déjà pris
told-odd-added = Lien, sous-module ou programme : { $path }
told-file-added = Fichier ajouté : { $path }
told-file-changed = Fichier modifié : { $path }
told-file-deleted = Fichier supprimé : { $path }
told-mode-changed = Droits modifiés : { $path }
told-with-text = { $said } : « { $quote } »

# La demande
review-head = { $head } → { $base }
review-number = demande nº { $number }
review-commits =
    { $count ->
        [one] { $count } commit
       *[other] { $count } commits
    }
review-by-login = { DE($person) }, compte « { $login } » de la forge
review-by-key = { DE($person) }, dont la clé a signé chaque commit
review-by-newcomer = { DE($person) }, dont c’est la première demande (compte « { $login } » de la forge)
review-unknown-login = auteur non vérifié : compte « { $login } » de la forge ; { $reason }
review-unsigned = auteur non vérifié : aucun compte de la forge n’est donné (--author), et les commits ne sont pas tous signés d’une clé connue
review-several-signers = auteur non vérifié : les commits ne sont pas tous signés d’une même personne
review-empty = Rien à fusionner : la branche commune a déjà tout.
review-more =
    { $count ->
        [one] … et { $count } autre changement, que montre `--format json`
       *[other] … et { $count } autres changements, que montre `--format json`
    }
review-rule = { $reason } (règle { $rule })
review-merge-clean = Fusion : sans conflit.
review-merge-conflict = Fusion : conflit dans { $paths }.
review-lost-race = Course perdue : « { $task } » a été prise entre-temps par { $person }.
review-verdict-routine = Demande courante : peut être fusionnée sans être lue.
review-verdict-needs = Demande à décider par l’organisation.
review-verdict-refused = Demande refusée : à corriger avant de fusionner.
review-verdict-lost = Demande refusée : la course est perdue. Elle peut être fermée, avec un merci.
review-changes =
    { $count ->
        [one] { $count } changement
       *[other] { $count } changements
    }
verdict-routine = courant
verdict-needs-organiser = à décider
verdict-refused = refusé
verdict-empty = déjà fait
review-no-campaign = Le commit { $commit } n’a pas de campagne : { $path } y manque ou n’est pas un fichier ordinaire.
review-too-many = Il y a plus de { $most } tâches : c’est plus qu’une campagne n’en contient.
review-campaign-deleted = Le fichier de la campagne disparaît.
review-unreadable-deleted = Ce fichier ne se lit déjà pas sur la branche commune, et la demande le supprime avec ce qu’il garde : il est à réparer, pas à supprimer.
review-unrelated = { $base } et { $head } n’ont aucun commit en commun : rien ne peut être comparé.
review-shared-branch = { $main } est la branche commune elle-même, d’après les règles d’ici : ce n’est pas une demande.
review-no-main = La branche commune { $main } n’est pas connue ici.
review-no-commit = { $name } n’est ni une branche, ni un commit connu ici.
review-task = « { $found } » est une tâche, « { $task } », et il n’y a rien à relire sous ce nom. Une demande se lit par sa branche ou son numéro.
review-no-request = La demande nº { $number } n’est pas connue ici : il faut d’abord la recevoir.

# La file des demandes
queue-none = Aucune demande en attente.
queue-fetch = Pour recevoir celles de la forge : `{ $command }`
queue-summary = { $requests } · { $refused } · { $needs } · { $routine }
queue-requests =
    { $count ->
        [one] { $count } demande
       *[other] { $count } demandes
    }
queue-routine =
    { $count ->
        [one] { $count } courante
       *[other] { $count } courantes
    }
queue-needs = { $count } à décider
queue-refused =
    { $count ->
        [one] { $count } refusée
       *[other] { $count } refusées
    }
queue-besides = et aussi : { $others }
queue-same-task = même tâche : { $others }
queue-waiting = depuis le { $day }
queue-waiting-long = depuis le { $day }, plus de deux jours ouvrés
queue-group-refused = Refusées
queue-group-needs = À décider
queue-group-routine = Courantes
queue-unreadable = { $head } ne peut pas être lue : { $cause }
queue-open = Pour en lire une : `mpa review { $head }`
ask-request = Laquelle ouvrir ?
review-details = Le détail
heading-verdict = Verdict
heading-change = Changement
heading-place = Endroit
heading-request = Demande
heading-gravity = Gravité
heading-finding = Constat
sentence-end = { ". " }
review-author-of-what = --author dit qui a envoyé une demande, et aucune demande n’est donnée. Par exemple : `mpa review 12 --author lampe-77`
review-notes-of-what = Les formats github et gitlab annotent les lignes d’une demande, et aucune demande n’est donnée. Par exemple : `mpa review 12 --format github`
heading-refused = Refusé
heading-needs-organiser = À décider
heading-routine = Courant
queue-with-since = { $sentence }, { $since }
queue-mark-same-task = même tâche qu’une autre demande
queue-mark-unverified = auteur non vérifié
queue-mark-long = attend depuis plus de deux jours ouvrés

# mpa seul, pour l’organisation
rounds-ending =
    { $count ->
        [0] Aucune tâche prise ne se termine bientôt.
        [one] { $count } tâche à relancer
       *[other] { $count } tâches à relancer
    }
rounds-needy =
    { $count ->
        [0] Aucun projet n’est à l’abandon.
        [one] { $count } projet a besoin de quelqu’un
       *[other] { $count } projets ont besoin de quelqu’un
    }
rounds-ends = jusqu’au { $day }
rounds-ended = terminée le { $day }
rounds-quiet = rien depuis le { $since }, { $promised } pour le { $due }
rounds-quiet-deadline = rien depuis le { $since }, échéance le { $due }
rounds-no-lead = sans référent·e
rounds-more = … et { $count } de plus
rounds-own = Pour toi : { $mine ->
        [one] { $mine } tâche prise
       *[other] { $mine } tâches prises
    } ; libres : { $open } (`mpa tasks list`)

# Les champs
field-title = titre
field-done-when = « c’est fait quand »
field-created = date de création
field-deliverable = livrable
field-skills = compétences
field-where = lieu
field-due = échéance
field-after = tâches à faire avant
field-contact = contact
field-description = description
field-resources = ressources
field-theme = thème
field-idea = idée
field-summary = résumé
field-needs = besoins
field-leads = référent·es
field-ended = fin
field-poll = vote
field-deliverables = livrables
field-question = question
field-ideas = idées
field-forge = compte de la forge
field-keys = clés
field-promotion = promotion
field-name = nom
field-language = langue
field-timezone = fuseau horaire
field-started = début
field-deadline = date finale
field-organisers = organisation
field-also = ce que chacun peut faire
field-claims = règles des tâches prises
field-tasks = règles des tâches
field-workflow = façon d’envoyer
field-past = campagnes passées
field-other = un champ

review-routine =
    { $count ->
        [one] { $count } courant
       *[other] { $count } courants
    }
review-needs = { $count } à décider
review-refused =
    { $count ->
        [one] { $count } refusé
       *[other] { $count } refusés
    }
