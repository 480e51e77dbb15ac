/** @type {Object<string, [string, string]>} */
export const words = { 'view.segments': ['segments', 'segments'] };
