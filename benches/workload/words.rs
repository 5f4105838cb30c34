//! The vocabulary of the generated campaign: plausible French, with the accents and the typography of real files.

pub const PROJECTS: [&str; 25] = [
    "boisage",
    "chevalement",
    "galerie",
    "filon",
    "berline",
    "lampisterie",
    "carreau",
    "terril",
    "treuil",
    "recette",
    "molette",
    "havage",
    "puisard",
    "exhaure",
    "aerage",
    "grisou",
    "coron",
    "crassier",
    "wagonnet",
    "barrette",
    "veine",
    "descenderie",
    "trommel",
    "cuvelage",
    "remblai",
];

pub const THEMES: [(&str, &str, &str); 6] = [
    ("transmission", "Transmettre entre promotions", "Comment un ancien aide-t-il un élève en moins de deux heures ?"),
    ("annuaire", "Se retrouver", "Comment joindre quelqu’un de son métier ou de sa région sans connaître son nom ?"),
    ("carriere", "Changer de voie", "Qui peut raconter honnêtement un métier à celui qui hésite ?"),
    ("patrimoine", "Garder la mémoire", "Que deviennent les photographies, les chants et les récits des promotions ?"),
    ("territoires", "Vivre en région", "Que proposer à ceux qui n’habitent pas Paris ?"),
    ("entraide", "S’entraider", "Comment demander de l’aide sans gêne, et en donner sans s’épuiser ?"),
];

pub const VERBS: [&str; 22] = [
    "Écrire",
    "Illustrer",
    "Numériser",
    "Tester",
    "Relancer",
    "Trier",
    "Traduire en anglais",
    "Mettre en page",
    "Filmer",
    "Héberger",
    "Imprimer",
    "Compléter",
    "Relire à voix haute",
    "Photographier",
    "Résumer",
    "Publier",
    "Cartographier",
    "Rassembler",
    "Dépouiller",
    "Chiffrer",
    "Vérifier",
    "Préparer",
];

pub const THINGS: [&str; 26] = [
    "le guide du parrainage",
    "la lettre aux jeunes diplômés",
    "l’affiche de la Sainte Barbe",
    "le carnet d’adresses",
    "les témoignages d’anciens",
    "la foire aux questions",
    "le sondage sur les métiers",
    "la carte des délégations",
    "le plan d’accès à l’École",
    "les photographies de la promotion",
    "le recueil de chansons",
    "la fiche « premier emploi »",
    "le calendrier des rencontres",
    "la liste des mentors",
    "le kit d’accueil",
    "le formulaire d’inscription",
    "la vidéo de présentation",
    "le compte rendu de l’atelier",
    "la charte d’entraide",
    "le modèle de courriel",
    "l’inventaire des archives",
    "la page « Nous rejoindre »",
    "le devis du traiteur",
    "les badges des bénévoles",
    "le tableau des compétences",
    "la maquette du site",
];

pub const ENDINGS: [&str; 20] = [
    "pour la réunion de décembre",
    "avec deux élèves",
    "pour les délégations de province",
    "en une page",
    "sans jargon",
    "pour les anciens à l’étranger",
    "avant l’envoi aux adhérents",
    "à partir des notes du hackathon",
    "pour les promotions 1970 à 1990",
    "en version accessible",
    "pour le téléphone",
    "avec le secrétariat",
    "pour le stand de l’accueil",
    "d’après le sondage",
    "pour la soirée de gala",
    "à l’échelle d’une région",
    "pour les doctorants",
    "avec les photographies retrouvées",
    "en gros caractères",
    "pour le conseil",
];

/// Sentences of a description. `{v}`, `{t}`, `{u}`, `{e}`, `{n}` and `{d}` are filled in.
pub const SENTENCES: [&str; 16] = [
    "Point de départ : {t}. Il manque encore {u}, que personne n’a commencé.",
    "- {v} {t} {e}",
    "- puis envoyer le tout à la personne référente, sans attendre que ce soit parfait",
    "On compte à peu près {n} heures, dont une pour lire ce qui existe déjà.",
    "Attention à {u} : la version d’avant le {d} ne fait plus foi.",
    "Une première ébauche a été montrée le {d} : « utile, mais deux fois trop long ».",
    "Ce n’est **pas** à faire : {u}, dont un autre groupe s’occupe.",
    "Pour s’inspirer, regarder de près {t} de l’an dernier, surtout la première page.",
    "Aucune connaissance technique n’est nécessaire, seulement de la patience.",
    "S’il manque une information, l’écrire telle quelle plutôt que de l’inventer.",
    "Le résultat sert ensuite à {n} autres bénévoles : mieux vaut simple et complet.",
    "Les noms de personnes restent en dehors du document.",
    "Demander d’abord au secrétariat où trouver {t}, sous une forme ou sous une autre.",
    "Un essai avec {n} lecteurs a été prévu le {d}.",
    "- noter à la fin ce qui a pris plus de temps que prévu",
    "Le coût doit rester sous {n}0 €, déplacements compris.",
];

pub const DONE_WHEN: [&str; 8] = [
    "Une personne qui ne connaît pas le projet comprend {t} sans poser de question.",
    "La référente a relu {t} et l’a dit par écrit.",
    "Le fichier est en ligne et s’ouvre sur un téléphone.",
    "{n} anciens de promotions différentes ont donné leur avis.",
    "Le lien est ajouté à la page du projet.",
    "Tout tient sur une feuille recto verso, imprimée une fois.",
    "La liste est complète : {n} lignes au moins, sans doublon.",
    "Le secrétariat peut s’en servir sans nous.",
];

pub const SKILLS: [&str; 14] = [
    "rédaction",
    "relecture",
    "graphisme",
    "vidéo",
    "photographie",
    "web",
    "données",
    "anglais",
    "organisation",
    "comptabilité",
    "archives",
    "pédagogie",
    "téléphone",
    "bricolage",
];

pub const PLACES: [&str; 5] = ["Paris", "Fontainebleau", "Évry", "Sophia Antipolis", "Lyon"];

pub const BUDGETS: [&str; 10] = ["30m", "45m", "1h", "1h30", "2h", "2h", "2h-4h", "3h", "4h-6h", "8h"];

pub const SPENT: [&str; 6] = ["30m", "45m", "1h", "1h15", "1h30", "2h"];

pub const RESOURCES: [(&str, &str); 6] = [
    ("Notes de l’atelier", "notes"),
    ("Modèle de fiche", "modele"),
    ("Dossier partagé", "dossier"),
    ("Version de l’an dernier", "archive"),
    ("Charte graphique", "charte"),
    ("Tableau", "tableau"),
];

pub const HANDOVERS: [&str; 4] = [
    "Le plan est fait, il reste la mise en page.",
    "J’ai écrit à trois personnes ; une réponse est attendue.",
    "Rien de commencé, faute de temps : désolé !",
    "La moitié est saisie, la suite est dans le dossier partagé.",
];

pub const PROOFS: [&str; 4] = [
    "Le document est affiché au secrétariat depuis ce matin.",
    "Envoyé par courriel à tous les délégués régionaux.",
    "Les deux cents exemplaires sont imprimés et rangés à l’accueil.",
    "La vidéo a été montrée pendant la réunion du conseil.",
];

pub const REFUSALS: [&str; 3] = [
    "Le lien ne s’ouvre pas sans compte : à publier ailleurs.",
    "Il manque la version anglaise, demandée dans la tâche.",
    "La délégation a demandé une forme plus courte.",
];

pub const CANCELLATIONS: [&str; 3] = [
    "Le besoin a disparu après la dernière réunion.",
    "Une autre tâche demande déjà la même chose.",
    "Le partenaire s’en charge lui-même.",
];

pub const REOPENINGS: [&str; 2] =
    ["Le partenaire a renoncé : la tâche redevient utile.", "Annulée par erreur, l’autre tâche portait sur autre chose."];

pub const NOTES: [&str; 3] = [
    "Plus long que prévu à cause des droits sur les images.",
    "À refaire chaque année en novembre.",
    "Merci au secrétariat, qui avait gardé les originaux.",
];
