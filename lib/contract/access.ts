/** One right of an account; every domain verb names one. */
export const scopes = ["tasks:read", "tasks:write", "tasks:review", "tasks:publish", "account:admin"] as const;
export type Scope = (typeof scopes)[number];

export const roles = ["viewer", "creator", "reviewer", "publisher", "admin"] as const;
export type Role = (typeof roles)[number];

/** Each role has the scopes of the one before it and one more. */
export const scopesByRole: Record<Role, readonly Scope[]> = {
  viewer: ["tasks:read"],
  creator: ["tasks:read", "tasks:write"],
  reviewer: ["tasks:read", "tasks:write", "tasks:review"],
  publisher: ["tasks:read", "tasks:write", "tasks:review", "tasks:publish"],
  admin: scopes,
};

export const profiles = ["unified", "course", "inference", "concepts"] as const;
export type Profile = (typeof profiles)[number];
