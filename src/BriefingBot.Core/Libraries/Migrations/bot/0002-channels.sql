-- Which workspace may open which library. The name is the workspace's own, so that no workspace learns what others call theirs.
create table grants (
  platform text not null,
  workspace text not null,
  name text not null,
  library text not null,
  granted_utc text not null,
  primary key (platform, workspace, name)
) without rowid;
create unique index grants_library on grants (platform, workspace, library);

-- A channel opens one library, and only while its workspace is granted it.
create table bindings (
  platform text not null,
  workspace text not null,
  channel text not null,
  library text not null,
  bound_utc text not null,
  primary key (platform, workspace, channel),
  foreign key (platform, workspace, library) references grants (platform, workspace, library) on delete cascade
) without rowid;

create table roles (
  platform text not null,
  workspace text not null,
  platform_role text not null,
  role text not null,
  primary key (platform, workspace, platform_role)
) without rowid;
