export default { name: 'no device' };
