//! What the columns of other programs mean, by their names in French and English.

use crate::domain::text::folded;

/// What a column says of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the other program calls it.
    Key,
    /// What is to be done.
    Title,
    /// Its project.
    Project,
    /// How it stands.
    Status,
    /// The time it should take.
    Budget,
    /// How anyone can tell that it is done.
    DoneWhen,
    /// Its due day.
    Due,
    /// The deliverable it serves.
    Deliverable,
    /// What one should know.
    Skills,
    /// From anywhere, or on site.
    Where,
    /// The town or the house.
    Place,
    /// What helps.
    Resources,
    /// Whom to ask.
    Contact,
    /// What comes first.
    After,
    /// More words.
    Description,
}

/// What bare numbers of a column count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
}

/// A column that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// What it says.
    pub field: Field,
    /// What its bare numbers count, where its name says so.
    pub unit: Option<Unit>,
}

/// The names, without accents, capitals and spaces.
const NAMES: [(Field, &[&str]); 15] = [
    (Field::Key, &["id", "identifiant", "uuid", "number", "numero", "no", "ref", "reference", "key", "cle"]),
    (
        Field::Title,
        &[
            "titre", "title", "tache", "task", "intitule", "nom", "name", "summary", "sujet", "subject", "objet", "action",
            "libelle",
        ],
    ),
    (Field::Project, &["projet", "project"]),
    (Field::Status, &["statut", "status", "etat", "state", "avancement"]),
    (
        Field::Budget,
        &[
            "budget",
            "tempsprevu",
            "tempsestime",
            "temps",
            "duree",
            "duration",
            "estimation",
            "estimate",
            "charge",
            "time",
            "effort",
        ],
    ),
    (
        Field::DoneWhen,
        &[
            "termineequand",
            "terminequand",
            "finiequand",
            "finiquand",
            "donewhen",
            "definitionofdone",
            "critere",
            "criteredefin",
            "resultat",
            "resultatattendu",
            "result",
            "expectedresult",
            "acceptance",
        ],
    ),
    (
        Field::Due,
        &[
            "echeance",
            "due",
            "duedate",
            "datelimite",
            "dateecheance",
            "deadline",
            "date",
            "pourle",
            "arendrele",
            "arendre",
            "delai",
        ],
    ),
    (Field::Deliverable, &["livrable", "deliverable"]),
    (
        Field::Skills,
        &["competences", "competence", "skills", "skill", "tags", "tag", "etiquettes", "etiquette", "labels", "label"],
    ),
    (Field::Where, &["ou", "where", "modalite"]),
    (Field::Place, &["lieu", "place", "ville", "town", "city", "location", "salle"]),
    (Field::Resources, &["ressources", "ressource", "resources", "resource", "liens", "lien", "links", "link", "url", "urls"]),
    (Field::Contact, &["contact"]),
    (Field::After, &["apres", "after", "depends", "dependson", "dependde", "attend", "waitsfor"]),
    (
        Field::Description,
        &[
            "description",
            "details",
            "detail",
            "notes",
            "note",
            "remarques",
            "remarque",
            "commentaires",
            "commentaire",
            "comments",
            "body",
        ],
    ),
];
const UNITS: [(Unit, &[&str]); 2] =
    [(Unit::Hours, &["h", "heure", "heures", "hour", "hours"]), (Unit::Minutes, &["m", "mn", "min", "minute", "minutes"])];

/// What the column `heading` says; `None` where nobody knows.
pub fn column(heading: &str) -> Option<Column> {
    let plain = folded(heading);
    let unit = UNITS.iter().find(|(_, words)| plain.rsplit(' ').next().is_some_and(|last| words.contains(&last)));
    let named = |words: &str| {
        let name = words.replace(' ', "");
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(field, _)| *field)
    };
    if let Some(field) = named(&plain) {
        return Some(Column { field, unit: None });
    }
    // `heures`, `temps prévu (h)`, `durée en minutes`.
    let (unit, _) = unit?;
    let rest: Vec<&str> = plain.split(' ').collect();
    let rest = rest.split_last().map(|(_, rest)| rest.join(" ")).unwrap_or_default();
    let rest = rest.strip_suffix(" en").or_else(|| rest.strip_suffix(" in")).unwrap_or(&rest);
    let field = if rest.is_empty() { Some(Field::Budget) } else { named(rest).filter(|field| *field == Field::Budget) };
    field.map(|field| Column { field, unit: Some(*unit) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_in_both_languages() {
        for (heading, field) in [
            ("Titre", Some(Field::Title)),
            (" TÂCHE ", Some(Field::Title)),
            ("Échéance", Some(Field::Due)),
            ("Terminée quand…", Some(Field::DoneWhen)),
            ("Done-when", Some(Field::DoneWhen)),
            ("Due date", Some(Field::Due)),
            ("Bénévole", None),
            ("", None),
        ] {
            assert_eq!(column(heading).map(|it| it.field), field, "{heading}");
        }
    }

    #[test]
    fn numbers_have_the_unit_of_their_heading() {
        let unit = |heading| column(heading).filter(|it| it.field == Field::Budget).map(|it| it.unit);
        assert_eq!(unit("Temps prévu (h)"), Some(Some(Unit::Hours)));
        assert_eq!(unit("Durée en minutes"), Some(Some(Unit::Minutes)));
        assert_eq!(unit("Hours"), Some(Some(Unit::Hours)));
        assert_eq!(unit("Budget"), Some(None));
        assert_eq!(unit("heures passées"), None);
        assert_eq!(unit("projet h"), None);
    }

    #[test]
    fn no_name_means_two_things() {
        let mut all: Vec<&str> = NAMES.iter().flat_map(|(_, names)| *names).copied().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}
