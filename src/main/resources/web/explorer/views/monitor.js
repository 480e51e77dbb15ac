export const view = { name: 'monitor', show() {} };
