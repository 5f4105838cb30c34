//! The fields of each kind of file, in their order there.

use crate::domain::campaign::{Campaign, ClaimRules, PastCampaign, TaskRules, Workflow};
use crate::domain::claim::{Cancellation, Claim, Closing, Reopening};
use crate::domain::field::Field;
use crate::domain::person::Person;
use crate::domain::project::{Deliverable, Delivery, Poll, Project, Theme};
use crate::domain::task::Task;

use super::{FieldSaid, Fields, Said, Value, says};

says! {
    Task {
        Title: title,
        Draft: draft,
        Budget: budget,
        DoneWhen: done_when,
        Created: created,
        Deliverable: deliverable,
        Skills: skills,
        Where: place with Place,
        Due: due,
        After: after,
        Contact: contact,
        Description: description,
        Resources: resources,
    }
    apart { id project sent_back reopened claims done cancelled extra }
}

says! {
    Project {
        Title: title,
        Theme: theme,
        Idea: idea,
        Summary: summary,
        Leads: leads,
        Contact: contact,
        Needs: needs,
        Ended: ended,
        Poll: poll,
        Deliverables: deliverables,
    }
    apart { slug extra }
}

says! { Poll { At: at, Votes: votes, Of: of, } }

says! { Deliverable { Title: title, Due: due, First: first, } apart { slug delivered } }

says! { Delivery { By: by, At: at, Evidence: evidence, } }

says! { Theme { Title: title, Question: question, Ideas: ideas, } apart { slug extra } }

says! {
    Person { Forge: forge, Keys: keys, Skills: skills, Promotion: promotion, Joined: joined, }
    apart { handle extra }
}

says! {
    Campaign {
        Name: name behind Format,
        Language: language,
        Timezone: timezone,
        Started: started,
        Deadline: deadline,
        Organisers: organisers,
        Contact: contact,
        Also: also,
        Claims: claims,
        Tasks: tasks,
        Workflow: workflow,
        Past: past,
    }
    apart { extra }
}

says! {
    ClaimRules { Days: days, WarnDays: warn_days, Limit: limit, Renewals: renewals, CooldownDays: cooldown_days, }
}

says! { TaskRules { MaxBudget: max_budget, } }

says! { Workflow { Mode: mode, Remote: remote, Main: main, Forge: forge, Send: send, } }

says! { PastCampaign { Name: name, Started: started, Deadline: deadline, } }

says! { Closing { By: by, At: at, Evidence: evidence, Note: note, RecordedBy: recorded_by, } }

says! { Cancellation { By: by, At: at, Reason: reason, } }

says! { Reopening { By: by, At: at, Reason: reason, } apart { done cancelled } }

/// In the order of the file: with `until` as the last key.
impl Fields for Claim {
    const FIELDS: &'static [Field] =
        &[Field::Since, Field::RecordedBy, Field::Renewed, Field::Spent, Field::Released, Field::Handover, Field::Until];

    fn fields(&self) -> Vec<FieldSaid<'_>> {
        let Self { span: _, recorded_by, renewed, spent, released, handover } = self;
        vec![
            (Field::Since, Said::Day(Some(self.since()))),
            (Field::RecordedBy, recorded_by.said()),
            (Field::Renewed, Said::Number((*renewed > 0).then_some(*renewed))),
            (Field::Spent, spent.said()),
            (Field::Released, released.said()),
            (Field::Handover, handover.said()),
            (Field::Until, Said::Day(Some(self.until()))),
        ]
    }
}
