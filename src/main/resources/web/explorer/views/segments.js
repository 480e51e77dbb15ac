export const view = { name: 'segments', show() {} };
