## pages : ce que montrent les listes, les fiches et l’avancement

and = et
colon = { " : " }
semicolon = { " ; " }

# Statuts et lieux
status-open = libre
status-claimed = prise
status-blocked = en attente d’une autre
status-draft = brouillon
status-done = terminée
status-cancelled = annulée
status-sent-back = à reprendre
state-claimed = prise par { $person } jusqu’au { $day }
state-own = à toi jusqu’au { $day }
state-done = terminée par { $person } le { $day }
state-blocked = en attente { DE($others) }
state-pending = prise par { $people }, à valider, depuis le { $day }
state-pending-closing = terminée par { $people } le { $day }, à valider
state-hearsay = une demande non vérifiée dit : prise par { $people }, depuis le { $day }
state-hearsay-closing = une demande non vérifiée dit : terminée par { $people } le { $day }
state-own-pending = prise, à valider
state-own-pending-closing = terminée, à valider
other-people = { $count ->
    [one] { $count } autre
   *[other] { $count } autres
}
state-expired = délai passé ({ $person }, { $day })
place-remote = à distance
place-either = à distance ou sur place
place-on-site = sur place
place-on-site-in = sur place : { $place }

# Listes
column-id = TÂCHE
column-title = TITRE
column-project = PROJET
column-time = TEMPS
column-due = ÉCHÉANCE
column-state = ÉTAT
column-slug = NOM COURT
column-theme = THÈME
column-tasks = TÂCHES
column-leads = RÉFÉRENT·E·S
column-hours = TEMPS PRÉVU
column-first-deliverable = PREMIER LIVRABLE
column-next-due = PROCHAINE ÉCHÉANCE
column-poll = VOIX
column-campaign = CAMPAGNE
column-started = DÉBUT
column-projects = PROJETS
list-count = { $count ->
    [one] { $count } tâche
   *[other] { $count } tâches
}
list-cut = { $shown } sur { $count } tâches
list-hint = · Pour en lire une : `mpa tasks { $id }`
list-empty = Aucune tâche ne correspond. Pour tout voir : `mpa tasks list --all`
list-nearest = Rien ne tient dans ce temps ; voici les tâches les plus proches :
list-nearest-aside = Rien ne tient dans ce temps : les tâches de cette liste sont les plus proches (fits = false).
list-overdue = ! devant une date : l’échéance est passée.
projects-empty = Aucun projet pour l’instant. Pour en ajouter un : `mpa projects add`
projects-hint = Pour en lire un : `mpa projects show { $slug }`
themes-empty = Aucun thème pour l’instant. Pour en ajouter un : `mpa themes add`

# La fiche d’une tâche
fact-project = Projet
fact-deliverable = Livrable
fact-budget = Temps prévu
fact-spent = Temps passé
fact-due = Échéance
due-past = ! { $day } : l’échéance est passée
fact-where = Où
fact-skills = Compétences
fact-done-when = C’est fini quand
fact-after = Après
fact-theme = Thème
fact-idea = Idée
fact-leads = Référent·e·s
fact-joined = Participent
fact-needs = Besoins
fact-poll = Vote
fact-contact = Contact
fact-ended = Arrêté le
heading-resources = Ressources
heading-history = Ce qui s’est passé
heading-ideas = Idées
theme-ideas-hint = Pour qu’une idée devienne un projet : `mpa projects add --theme { $theme } --title "…" --idea "…"`
heading-projects = Projets
poll = { $votes } voix sur { $of }, le { $day }
no-time-noted = aucun temps noté
history-sent-back = À reprendre, selon { $person } le { $day } : { $reason }
history-reopened = Rouverte par { $person } le { $day } : { $reason }
history-held = Prise par { $person } le { $since }, jusqu’au { $until } ({ $spent }){ $renewed ->
    [0] { "." }
    [one] , prolongée une fois.
   *[other] , prolongée { $renewed } fois.
}
history-taken = Prise par { $person } le { $since } ({ $spent }).
history-asked = Dans ta demande : prise du { $since } au { $until } ({ $spent }).
history-released = Prise par { $person } le { $since }, libérée le { $until } ({ $spent }).
history-expired = Prise par { $person } le { $since } ; le délai est passé le { $until } ({ $spent }).
history-handover = Le mot { DE($person) } : { $text }
history-done = Terminée par { $person } le { $day }. Résultat : { $evidence }
history-note = Remarque : { $text }
history-cancelled = Annulée par { $person } le { $day } : { $reason }
next-claim = Pour la prendre (elle serait à toi jusqu’au { $until }) :
next-pending-mine = C’est envoyé à la relecture : il n’y a plus qu’à attendre que l’organisation valide.
next-pending-unsent = C’est prêt, mais encore sur cet ordinateur seulement. Pour l’envoyer à l’organisation :
next-pending = Elle est déjà prise dans une demande que l’organisation doit encore valider. Mieux vaut en choisir une autre (`mpa tasks list`). Pour la prendre quand même :
next-mine = Elle est à toi. Quand elle est faite :
next-claimed = Elle est prise : il n’y a rien à faire pour l’instant.
next-blocked = { $count ->
    [one] Elle attend qu’une autre tâche soit terminée.
   *[other] Elle attend que { $count } autres tâches soient terminées.
}
next-draft = C’est un brouillon : elle n’est pas encore proposée.
next-done = Elle est terminée : merci !
next-cancelled = Elle est annulée : il n’y a rien à faire.
next-contact = Une question ? Écris à { $contact }

# Avancement
heading-deadline = ({ $day })
total = Ensemble
hours-of = { $done } sur { $of }
deliverable-none = aucun livrable
deliverable-delivered = livré le { $day }
deliverable-ready = tout est fait, à livrer
deliverable-under-way = { $done }/{ $tasks } tâches
deliverable-line = { $title } (pour le { $due }) : { $state }
deliverable-line-late = { $title } (! c’était pour le { $due }) : { $state }
outlook = Reste { $left } en { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} : { $weekly } par semaine ; semaine passée : { $last }.
outlook-empty = Aucune tâche pour l’instant.
outlook-week = Reste { $left } en { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} ; semaine passée : { $last }.
outlook-done = Il ne reste rien à faire ; semaine passée : { $last }.
outlook-late = Reste { $left }, et l’échéance est passée ; semaine passée : { $last }.
outlook-done-so-far = Il ne reste rien à faire pour l’échéance ; semaine passée : { $last }.
outlook-later = Plus tard : { $left }, pour le { $day }.
outlook-later-first = Plus tard : { $left }, dont { $first } pour le { $day }.

# mpa, sans rien
today-total = { $done ->
    [one] { $done } tâche terminée sur { $tasks }
   *[other] { $done } tâches terminées sur { $tasks }
}, { $claimed ->
    [one] { $claimed } prise
   *[other] { $claimed } prises
}
today-nothing-held = Bonjour { $person } ! Tu n’as pris aucune tâche pour l’instant.
today-who = Pour dire qui tu es, une fois pour toutes : `git config --global mpa.handle ton-pseudo`
today-mine = { $count ->
    [one] Bonjour { $person } ! Ta tâche :
   *[other] Bonjour { $person } ! Tes { $count } tâches :
}
today-open = { $count ->
    [one] { $count } tâche libre :
   *[other] { $count } tâches libres, dont les plus pressées :
}
today-open-for = { $count ->
    [one] { $count } tâche libre :
   *[other] { $count } tâches libres, dont celles qui te vont le mieux :
}
today-nothing-open = Aucune tâche n’est libre aujourd’hui. Pour tout voir : `mpa tasks list --all`
today-no-tasks = Il n’y a pas encore de tâche. Pour en ajouter une : `mpa tasks add`
today-hint = Lire : `mpa tasks { $id }` · Prendre : `mpa claim { $id }`
today-also = Sans prendre de tâche, tu peux aussi :
today-unsent = { $count ->
    [one] { $count } enregistrement n’est pas encore envoyé : `mpa sync`
   *[other] { $count } enregistrements ne sont pas encore envoyés : `mpa sync`
}
today-requests-unsent = { $count ->
    [one] Une demande n’est pas encore envoyée : `mpa sync`
   *[other] { $count } demandes ne sont pas encore envoyées : `mpa sync`
}
today-heard = Les nouvelles des autres datent du { $day }. Pour les recevoir : `mpa sync`

# La campagne, et les précédentes
campaign-days = Du { $started } au { $deadline }.
campaign-until = Jusqu’au { $deadline }.
campaign-result = { $tasks ->
    [0] aucune tâche terminée
    [one] { $tasks } tâche terminée
   *[other] { $tasks } tâches terminées
}, { $spent } de temps noté, { $delivered ->
    [0] aucun livrable remis
    [one] { $delivered } livrable remis
   *[other] { $delivered } livrables remis
}
campaign-reached = Jusqu’ici : { $result }.
campaign-reached-over = L’échéance est passée. Ce que nous avons fait : { $result }.
campaign-becomes-past = Ce qui se termine : « { $campaign } », du { $started } au { $deadline } : { $result }.
campaign-tasks-go-on = Ce qui continue : { $tasks ->
    [0] aucune tâche à faire
    [one] { $tasks } tâche à faire
   *[other] { $tasks } tâches à faire
}{ $held ->
    [0] { "" }
    [one] , dont { $held } prise
   *[other] , dont { $held } prises
}{ $drafts ->
    [0] { "" }
    [one] , et { $drafts } brouillon
   *[other] , et { $drafts } brouillons
}.
campaign-projects-go-on = { $count ->
    [0] Aucun projet en cours.
    [one] Projet en cours : { $projects }
   *[other] Projets en cours : { $projects }
}
campaign-next-hint = Pour commencer la suivante : `mpa campaign next`
past-empty = Il n’y a pas encore de campagne passée.
heading-past = Campagnes passées
today-over = La campagne est finie, merci ! Ensemble : { $result }.
today-over-see = Pour voir où en est chaque projet : `mpa progress`

# Écrire, vérifier
dry-run = Rien n’a été enregistré : c’était un essai (--dry-run).
problems-more = { $count ->
    [0] Le reste de la liste est complet. Pour en savoir plus : `mpa check`
    [one] … et { $count } autre problème. Le reste de la liste est complet. Pour tout voir : `mpa check`
   *[other] … et { $count } autres problèmes. Le reste de la liste est complet. Pour tout voir : `mpa check`
}
severity-error = erreur
severity-warning = à voir
error-count = { $count ->
    [0] aucune erreur
    [one] { $count } erreur
   *[other] { $count } erreurs
}
warning-count = { $count ->
    [0] aucune remarque
    [one] { $count } remarque
   *[other] { $count } remarques
}
check-elsewhere = { $count ->
        [one] Il reste { $count } erreur ou remarque dans des fichiers
       *[other] Il reste { $count } erreurs ou remarques dans des fichiers
    } qui n’ont pas changé. Pour tout voir : `mpa check`
check-summary = { $tasks } : { $errors }, { $warnings }.

column-why = POURQUOI
why-skill = compétence { $skill }
why-joined = ton projet
why-first-deliverable = premier livrable
why-unblocks = { $count ->
    [one] une autre l’attend
   *[other] { $count } autres l’attendent
}
why-late = attendue depuis le { $day }
why-due = avant le { $day }
why-never-taken = jamais prise

mine-until = à toi jusqu’au { $until } ({ $days ->
    [0] aujourd’hui
    [1] demain
   *[other] encore { $days } jours
})
mine-ended = délai passé depuis le { $until }
mine-time = { $spent } sur { $budget }
mine-no-time = { $budget }, rien de noté
mine-sent-back = { $person } te l’a renvoyée : « { $reason } »
mine-next = Finie ? `mpa close { $id }` · Noter du temps : `mpa log 30m { $id }`
mine-next-soon = Finie ? `mpa close { $id }` · Prolonger : `mpa renew { $id }` · Libérer : `mpa release { $id }`
mine-next-last = Finie ? `mpa close { $id }` · Libérer : `mpa release { $id }`
mine-next-ended = Finie ? `mpa close { $id }` · Prolonger : `mpa renew { $id }` · Libérer : `mpa release { $id }`
mine-next-over = Finie ? `mpa close { $id }` · Noter du temps : `mpa log 30m { $id }` · Libérer : `mpa release { $id }`

# Le fuseau horaire de la campagne, pour qui est ailleurs
zone-of-town = heure { DE($town) }
zone-by-name = heure { $zone }
list-zone = Ces dates s’entendent en { $zone }.

# Les colonnes d’un tableur
sheet-id = identifiant
sheet-project = projet
sheet-title = titre
sheet-status = statut
sheet-budget = temps prévu
sheet-done-when = terminée quand
sheet-due = échéance
sheet-deliverable = livrable
sheet-skills = compétences
sheet-where = où
sheet-place = lieu
sheet-resources = ressources
sheet-contact = contact
sheet-after = après
sheet-description = description
sheet-created = créée le
sheet-holder = bénévole
sheet-spent = heures passées
sheet-evidence = résultat montré
sheet-month = mois
sheet-person = personne
sheet-hours = heures
sheet-minutes = minutes
sheet-total = Total

# Ce que deviendrait une liste
import-line = LIGNE
import-fate = CE QU’ELLE DEVIENT
import-column = { $heading } → { $field }
import-columns = Colonnes lues : { $columns }
import-columns-left = Colonnes ignorées : { $columns }
import-new = nouvelle
import-new-due = nouvelle, pour le { $day }
import-draft = brouillon
import-draft-lacks = brouillon ; il manque : { $what }
import-there = déjà là ({ $id })
import-over-done = ignorée : déjà terminée
import-over-cancelled = ignorée : annulée
import-wrong = à corriger
import-row-problem = ligne { $line } : { $what }
import-more = { $count ->
        [one] … et une autre ligne.
       *[other] … et { $count } autres lignes.
    }
import-count-new = { $count ->
        [0] rien à ajouter
        [one] 1 nouvelle
       *[other] { $count } nouvelles
    }{ $drafts ->
        [0] {""}
        [one] , dont 1 brouillon
       *[other] , dont { $drafts } brouillons
    }
import-count-there = { $count } déjà là
import-count-over = { $count ->
        [one] 1 ignorée
       *[other] { $count } ignorées
    }
import-count-wrong = { $count } à corriger
import-lack-budget = temps prévu
import-lack-done-when = « terminée quand »
import-lack-resource = ressource
