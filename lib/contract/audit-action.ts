/** Every decision that the audit writes down, in plain words; the name itself is the API's. */
export const auditActions = {
  "task.submit_request": "Completed the request",
  "task.requeue_pending": "Queued what was pending",
  "task.approve": "Approved",
  "task.endorse": "Approved, as one of several",
  "task.unapprove": "Took the approval back",
  "task.reject": "Rejected",
  "task.regenerate": "Sent back",
  "task.recall": "Recalled what was sent back",
  "task.resubmit": "Submitted again",
  "task.edit": "Edited",
  "task.publish": "Published",
  "task.schedule": "Scheduled publication",
  "task.unpublish": "Unpublished",
  "task.assign": "Assigned",
  "task.priority": "Changed the priority",
  "task.due": "Changed the due date",
  "task.snooze": "Snoozed",
  "task.unsnooze": "Brought back from snooze",
  "task.hold": "Paused",
  "task.release": "Resumed",
  "task.retry": "Tried again",
  "task.cancel": "Cancelled",
  "task.delete": "Deleted",
  "comment.resolve": "Resolved a comment",
  "comment.reopen": "Reopened a comment",
  "key.create": "Created a key",
  "key.revoke": "Revoked a key",
  "member.invite": "Invited a member",
  "member.join": "Joined",
  "member.role": "Changed a role",
  "member.remove": "Removed a member",
  "user.password": "Set a new password",
  "user.reset_link": "Made a link to reset a password",
  "user.sign_out_everywhere": "Signed out everywhere",
  "policy.set": "Changed an approval policy",
  "limits.set": "Changed the budgets and limits",
  "models.set": "Changed the models",
  "models.test": "Tested a model",
  "account.create": "Created the account",
} as const satisfies Record<string, string>;

export type AuditAction = keyof typeof auditActions;

/** What people call a decision; one written down by a version that knew others, by its name. */
export function auditActionLabel(action: string): string {
  return Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : action;
}
