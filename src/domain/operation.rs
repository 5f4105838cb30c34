//! What people do with the list, by name: the word of each in commits, and what sentences call it. One row an operation.

use strum::{EnumString, IntoStaticStr};

use super::message::Message;

macro_rules! operations {
    ($($Operation:ident $label:literal,)*) => {
        /// What a commit of this program records.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
        #[strum(serialize_all = "kebab-case")]
        pub enum Operation {
            $($Operation,)*
        }

        impl Operation {
            /// Its word in commits and in the names of branches.
            pub fn as_str(self) -> &'static str {
                self.into()
            }

            /// What sentences call it.
            pub fn message(self) -> Message {
                Message::new(match self {
                    $(Self::$Operation => $label,)*
                })
            }
        }
    };
}

operations! {
    Init "operation-init",
    Fix "operation-fix",
    Undo "operation-undo",
    Forget "operation-forget",
    NextCampaign "operation-next-campaign",
    // With tasks.
    Claim "operation-claim",
    Renew "operation-renew",
    Release "operation-release",
    Log "operation-log",
    Close "operation-close",
    Add "operation-add",
    Import "operation-import",
    Edit "operation-edit",
    Cancel "operation-cancel",
    Reopen "operation-reopen",
    SendBack "operation-send-back",
    // With projects and themes.
    AddTheme "operation-add",
    AddProject "operation-add",
    EditProject "operation-edit",
    Deliver "operation-deliver",
    Poll "operation-poll",
    Join "operation-join",
    Leave "operation-leave",
}

impl Operation {
    /// Whether a person does it with a task they hold.
    pub fn is_record(self) -> bool {
        matches!(self, Self::Claim | Self::Renew | Self::Release | Self::Log | Self::Close | Self::Undo)
    }
}
