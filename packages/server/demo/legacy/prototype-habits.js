/*
 * Stands in for Prototype where Debian's libjs-prototype is not installed. Written for this page: only what it calls, and
 * the habits of old Prototype that trip a script which trusts the platform. Whatever is added can be seen by for-in.
 */
(function () {
  function add(target, members) {
    for (var name in members) target[name] = members[name];
    return target;
  }

  /* A list from anything with a length: no Set, no iterator, no mapping function. */
  function list(source) {
    var all = [];
    if (source && source.toArray) return source.toArray();
    for (var i = 0; source && i < source.length; i++) all[i] = source[i];
    return all;
  }
  Array.from = window.$A = list;

  add(Array.prototype, {
    each: function (act, self) {
      for (var i = 0; i < this.length; i++) act.call(self, this[i], i);
      return this;
    },
    toArray: function () {
      return [].concat(this);
    },
    /* The platform's give an iterator, take a place to start from, and work in place. */
    entries: function () {
      return this.toArray();
    },
    include: function (item) {
      return this.indexOf(item) !== -1;
    },
    reverse: function (inPlace) {
      var turned = [];
      for (var i = this.length - 1; i >= 0; i--) turned.push(this[i]);
      if (inPlace === false) return turned;
      for (var at = 0; at < turned.length; at++) this[at] = turned[at];
      return this;
    },
    toJSON: function () {
      return '[' + this.join(', ') + ']';
    },
  });
  add(String.prototype, {
    sub: function (pattern, replacement) {
      return this.replace(pattern, replacement);
    },
    strip: function () {
      return this.replace(/^\s+|\s+$/g, '');
    },
    toJSON: function () {
      return '"' + this + '"';
    },
  });

  /* Unbound when there is nothing to bind; never fit for `new`. */
  Function.prototype.bind = function (self) {
    var act = this;
    var first = list(arguments).slice(1);
    if (arguments.length === 0) return act;
    return function () {
      return act.apply(self, first.concat(list(arguments)));
    };
  };

  add(Object, {
    extend: add,
    /* What is inherited counts too. */
    keys: function (object) {
      var names = [];
      for (var name in object) names.push(name);
      return names;
    },
  });

  /* A list that does not live, in place of a collection that does. */
  document.getElementsByClassName = Element.prototype.getElementsByClassName = function (name) {
    return list((this.querySelectorAll ? this : document).querySelectorAll('.' + name));
  };

  /* Every element gets methods, some of them under names that the platform has given to others. */
  add(HTMLElement.prototype, {
    addClassName: function (name) {
      this.className += ' ' + name;
      return this;
    },
    hide: function () {
      this.style.display = 'none';
      return this;
    },
    update: function (content) {
      this.innerHTML = content;
      return this;
    },
    remove: function () {
      this.parentNode.removeChild(this);
      return this;
    },
    scrollTo: function () {
      this.scrollIntoView();
      return this;
    },
  });

  /* The global name is a maker of elements now. */
  var platform = window.Element;
  window.Element = function (tag, attributes) {
    return add(document.createElement(tag), attributes);
  };
  window.Element.prototype = platform.prototype;

  window.$ = function (id) {
    return typeof id === 'string' ? document.getElementById(id) : id;
  };
})();
