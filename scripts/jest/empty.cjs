/** What a style or a picture is to a test of the screen that imports it. */
module.exports = {};
