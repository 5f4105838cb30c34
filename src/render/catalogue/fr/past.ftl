# Regarder en arrière.

past-evening = Au soir du { $day } (commit { $commit }).
past-commit = Dans le commit { $commit }, du { $day }.
past-elsewhere = Dans le commit { $commit }, du { $day }, qui n’est pas dans l’histoire { DE($main) }.
past-to-come = Le { $day } n’est pas encore passé : nous sommes le { $today }.
past-before-first = Il n’y avait encore rien le { $day } : le premier commit est du { $first }.
past-shallow = Cette copie ne connaît le passé que depuis le { $since } : rien ici ne dit comment c’était le { $day }.
past-nothing = « { $found } » n’est ni un jour ni un commit de ce dépôt.
past-no-commit = Rien n’est encore commité sur { $branch } : il n’y a pas de passé.
hint-as-of = Au plus tôt : `--as-of { $day }`

# Ce qui s’est passé.

history-told = { $said } ({ $commit })
history-told-by = { $said } (par { $by }, { $commit })
history-known-since = Cette copie ne connaît le passé que depuis le { $day }. Pour tout avoir : `git fetch --unshallow`
history-nothing = Rien n’est encore commité.
