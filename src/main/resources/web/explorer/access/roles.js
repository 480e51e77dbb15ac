// Roles with the purposes that each may state, as in `schema/access/roles.graphqls`.

/** @type {Object<string, string[]>} */
export const PURPOSES = {
  MUNICIPALITY: ['ASSIGNMENT', 'REGIE'],
  LOCAL_TEAM: ['CARE', 'REGIE', 'REFERRAL', 'SAFETY'],
  CERTIFIED_INSTITUTION: ['REGIE', 'REFERRAL', 'SAFETY'],
  PROVIDER: ['CARE', 'SAFETY'],
  NETWORK_PARTNER: ['CARE', 'REGIE', 'SAFETY'],
  REFERRER: ['REFERRAL'],
  SCHOOL: ['EDUCATION'],
  ANALYST: ['MONITORING', 'QUALITY'],
  REGION_OFFICE: ['MONITORING', 'QUALITY'],
  YOUTH: ['OWN_DATA'],
  LOG_OFFICER: ['LOG_REVIEW'],
  STEWARD: ['QUALITY'],
};

/** Types with personal data, and the main types of the network. */
export const TYPES = [
  'Trajectory', 'Youth', 'Delivery', 'Family', 'Measure', 'Analysis', 'Plan', 'Meeting', 'BigFiveStatus', 'Finding',
  'Provider', 'Network', 'Referrer', 'School', 'SafetyPartner', 'Municipality', 'Product', 'Segment',
];
