/// Finds by the plan of an operation about which youths its answer could reveal something, for the
/// audit log (NEN 7513).
///
/// [nl.jeugdgraaf.subjects.DataSubjects] adds columns to each query of a plan. Who is named:
///
/// | the answer holds | named |
/// |---|---|
/// | rows and edges, whatever is shown of them | the youths whose data they are |
/// | a minimum, a mean or another statistic | all of whose values it is made |
/// | what a chain reaches | the youths of every node that it reaches: each can be on the way |
/// | a total, a group or its key | those behind it, if they are fewer than ten |
/// | a condition or an order that looks at persons | those who fit, for each row, if they are fewer than ten |
/// | a value for what identifies a youth | the youths who have it, seen or not |
@NullMarked
package nl.jeugdgraaf.subjects;

import org.jspecify.annotations.NullMarked;
