from plans.views.page import plan
from plans.views.ruling_out import rule_out, ruled_out_undo
from plans.views.saving import save, take_item
from plans.views.stages import stages, stages_undo
from plans.views.steps import step_done, step_edit, step_erase, step_move, step_new, step_remove, step_restore
from plans.views.targets import target_erase, target_move, target_notes, target_remove, target_restore

__all__ = [
    "plan",
    "rule_out",
    "ruled_out_undo",
    "save",
    "stages",
    "stages_undo",
    "step_done",
    "step_edit",
    "step_erase",
    "step_move",
    "step_new",
    "step_remove",
    "step_restore",
    "take_item",
    "target_erase",
    "target_move",
    "target_notes",
    "target_remove",
    "target_restore",
]
