/** @type {Object<string, [string, string]>} */
export const words = { 'view.monitor': ['monitor', 'monitor'] };
