package by.belparcel.eventing.testkit;

import by.belparcel.eventing.envelope.Ids;
import by.belparcel.eventing.handling.Services;
import by.belparcel.eventing.handling.Settings;
import by.belparcel.eventing.handling.Tokens;
import by.belparcel.eventing.store.Database;

/** What a handler under test is built with. */
record TestServices(Database database, Settings settings, Ids ids, Tokens tokens) implements Services {}
