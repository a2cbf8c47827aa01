/** Who somebody is to the person or matter that a policy is about; no organization lists them. */
export const relations: readonly string[] = ['superior', 'subject', 'peers'];

/** Everybody of a kind. */
export const groups: readonly string[] = ['all-staff', 'all-departments'];
