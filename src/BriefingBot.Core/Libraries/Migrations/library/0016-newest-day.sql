-- The newest day of a library is asked with every question; without an index that reads every document.
create index revisions_published on revisions (published_on);
