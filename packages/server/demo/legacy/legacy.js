/* The page's own scripts: Prototype owns $, and old habits add to what every script shares. */
jQuery.noConflict();
Array.prototype.toJSON = function () {
  return this.join(',');
};
Object.prototype.extendedByPage = function () {
  return 'page';
};
jQuery(function () {
  var now = new Date();
  jQuery('#today').text(now.getFullYear() + '-' + (now.getMonth() + 1) + '-' + now.getDate());
  $('position').addClassName('ready');
});
