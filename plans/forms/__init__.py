"""What a student types. What was typed comes back with a sentence where it cannot be kept."""

from plans.forms.careers import NotesForm, RuleOutForm
from plans.forms.plan import CommentForm, GoalsForm
from plans.forms.steps import NewStepForm, StepForm
from plans.forms.words import beside, token_sent, version_sent

__all__ = [
    "CommentForm",
    "GoalsForm",
    "NewStepForm",
    "NotesForm",
    "RuleOutForm",
    "StepForm",
    "beside",
    "token_sent",
    "version_sent",
]
