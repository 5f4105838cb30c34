## progress : ce qui reste, l’allure, ce qui demande de l’attention

week-spent = { $spent } de temps noté
week-done = { $done } de tâches terminées, { $spent }

# L’allure
pace-too-few = Trop peu pour prévoir : { $count ->
    [0] rien n’est terminé depuis le { $since }
    [one] une seule tâche terminée depuis le { $since }, il en faut { $needed }
   *[other] { $count } tâches terminées depuis le { $since }, il en faut { $needed }
}.
pace-too-early = Trop peu pour prévoir : { $count ->
    [one] un seul jour de travail
   *[other] { $count } jours de travail
} derrière nous.
pace-basis-weeks = Si les semaines à venir ressemblent aux { $count } dernières
pace-basis-days = Si les jours à venir ressemblent aux { $count } derniers
pace-forecast = { $basis } ({ $tasks ->
    [one] { $tasks } tâche terminée
   *[other] { $tasks } tâches terminées
} depuis le { $first }), { $range }. { $verdict }
pace-forecast-late = { $basis } ({ $tasks ->
    [one] { $tasks } tâche terminée
   *[other] { $tasks } tâches terminées
} depuis le { $first }), { $range }.
pace-between = ce qui est attendu sera fini entre le { $earliest } et le { $latest }, { $times } fois sur 10
pace-on = ce qui est attendu sera fini le { $day }
pace-from = ce qui est attendu sera fini au plus tôt le { $earliest }, et peut-être pas avant six mois
pace-beyond = ce qui est attendu ne sera pas fini avant six mois
pace-in-time = Ce serait à temps.
pace-amid = L’échéance, le { $day }, peut être tenue ou manquée.
pace-too-late = Ce serait après l’échéance, le { $day } : il faut plus de mains, ou moins à faire.
pace-chain = Ce qui décide de la fin : { $count } tâches l’une après l’autre, { $time } en tout, à commencer par « { $first } » ({ $chain }).
pace-weeks = Terminé ces { $count } dernières semaines : { $row } (au mieux { $most }).
pace-active = { $count ->
    [0] Personne n’a rien fait avancer en { $days } jours.
    [one] Une personne active { $days ->
        [one] aujourd’hui
       *[other] en { $days } jours
    }.
   *[other] { $count } personnes actives { $days ->
        [one] aujourd’hui
       *[other] en { $days } jours
    }.
}
real = Temps réel : { $count ->
    [one] la tâche terminée dont le temps est noté a pris { $spent } pour { $planned } de prévu.
   *[other] les { $count } tâches terminées dont le temps est noté ont pris { $spent } pour { $planned } de prévu.
}
real-over = Temps réel : { $count ->
    [one] la tâche terminée dont le temps est noté a pris { $spent }, plus que le temps prévu ({ $planned }).
   *[other] les { $count } tâches terminées dont le temps est noté ont pris { $spent } pour { $planned } de prévu ; { $over ->
        [one] une a pris plus que prévu.
       *[other] { $over } ont pris plus que prévu.
    }
}

# Ce qui demande de l’attention
column-attention = À VOIR
attention = À voir : { $reasons }.
attention-first-late = premier livrable en retard
attention-to-deliver = premier livrable à remettre
attention-late = { $count ->
    [one] une tâche en retard
   *[other] { $count } tâches en retard
}
attention-quiet = rien ne bouge depuis { $days } jours
attention-waits = attend { $id }
attention-none-free = plus de tâche libre
attention-no-task = encore sans tâche
attention-no-lead = sans référent·e

# Depuis un jour
since = Depuis { $day } : { $gain }.
since-project = { $project } : { $gain }
since-tasks = { $count ->
    [one] +{ $count } tâche
   *[other] +{ $count } tâches
}
since-hours = +{ $time }
since-first = { $count ->
    [one] { $count } premier livrable
   *[other] { $count } premiers livrables
}
since-delivered = { $count ->
    [one] { $count } autre livrable
   *[other] { $count } autres livrables
}
since-nothing = rien de terminé
since-added = { $count ->
    [one] une tâche ajoutée
   *[other] { $count } tâches ajoutées
} ({ $time })

# Le chemin, en une ligne ou dessiné
compact = { $project } { $countdown } { $bar } { $done }/{ $tasks } tâches, { $left }
compact-since = { $project } { $countdown } { $bar } { $done }/{ $tasks } tâches, { $left } ({ $gain })
compact-left = reste { $left }
compact-nothing-left = il ne reste rien
chart-today = aujourd’hui
chart-legend = { $done-mark } terminées ({ $done })   { $left-mark } à faire ({ $left })   { $straight } tout droit   { $deadline } échéance
output-same = { $path } : rien n’a changé.
svg-empty = Il n’y a encore rien à dessiner : aucune tâche.
svg-not-ours = { $path } existe déjà et n’est pas un dessin de mpa : rien n’a été remplacé. Indique un autre fichier.
markdown-project = Projet
markdown-done = Tâches terminées
markdown-bar = Avancement
markdown-hours = Temps prévu
markdown-left = Reste pour l’échéance
markdown-later = Plus tard
markdown-spent = Temps passé
markdown-first = Premier livrable
markdown-due = Prochaine échéance
markdown-attention = À voir
markdown-since = Depuis le { $day }
