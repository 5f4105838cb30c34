# Regarder en arrière.

past-evening = Au soir du { $day } (commit { $commit }).
past-commit = Dans le commit { $commit }, du { $day }.
past-elsewhere = Dans le commit { $commit }, du { $day }, qui n’est pas dans l’historique { DE($main) }.
past-to-come = Le { $day } n’est pas encore passé : nous sommes le { $today }.
past-before-first = Il n’y avait encore rien le { $day } : le premier commit est du { $first }.
past-shallow = Cette copie ne connaît le passé que depuis le { $since } : rien ici ne dit comment c’était le { $day }.
past-nothing = « { $found } » n’est ni un jour ni un commit de ce dépôt.
past-no-commit = Rien n’est encore enregistré sur { $branch } : il n’y a pas de passé.
hint-as-of = Au plus tôt : `--as-of { $day }`

# Ce qui s’est passé.

history-told = { $said } ({ $commit })
history-told-by = { $said } (par { $by }, { $commit })
history-told-by-both = { $said } (par { $by }, auteur git { $author }, { $commit })
history-known-since = Cette copie ne connaît le passé que depuis le { $day }. Pour tout avoir : `git fetch --unshallow`
history-nothing = Rien n’est encore enregistré.

# La semaine en un texte.

report-title = { $campaign } — { $countdown }
report-span = Du { $since } au { $until }. Échéance : { $deadline }.
report-finished = { $count ->
    [0] Terminé
    [one] Terminé : 1 tâche
   *[other] Terminé : { $count } tâches
}
report-nothing-finished = Aucune tâche terminée ces jours-ci.
report-task-done = « { $task } », par { $person } ({ $project })
report-task-done-in = « { $task } », par { $person }, en { $time } ({ $project })
report-with-result = { $said }. Résultat : { $result }
report-deliveries = Livré
report-delivered = « { $deliverable } » ({ $project })
report-first-delivered = Premier livrable { DE($project) } : « { $deliverable } »
report-late-heading = En retard
report-late = « { $deliverable } » ({ $project }), pour le { $day }
report-sent-back-heading = À reprendre
report-sent-back = « { $task } » ({ $id }) : { $reason }
report-joined-heading = Qui a rejoint un projet
report-joined = { $person } a rejoint { $project } le { $day }
report-free-heading = Encore libre, à rendre d’ici le { $day }
report-free = « { $task } » ({ $project }, { $budget }, pour le { $day }) : { $id }
report-how = Pour en prendre une : `mpa claim { $id }`
report-requests = { $count ->
    [one] 1 demande attend l’organisation
   *[other] { $count } demandes attendent l’organisation
}
report-progress-heading = Avancement
report-progress = { $name } : { $done } sur { $tasks ->
    [one] 1 tâche
   *[other] { $tasks } tâches
}, reste { $left }
report-more = Et { $count } de plus.
report-contact = Une question, une envie d’aider ?
