package nl.jeugdgraaf.bench;

import nl.jeugdgraaf.access.DelegatingPermissions;
import nl.jeugdgraaf.access.Permissions;
import nl.jeugdgraaf.api.ApiSchema;
import nl.jeugdgraaf.model.Attribute;
import nl.jeugdgraaf.model.Entity;
import nl.jeugdgraaf.model.NodeType;
import nl.jeugdgraaf.property.ModelChange;

/// The permissions over a schema in which nodes have no time. States are stored values there, which
/// no rule knows; everybody sees them.
final class WithoutDays extends DelegatingPermissions {
  private static final ApiSchema RIGHT = ApiSchema.builtIn();

  WithoutDays(Permissions permissions) {
    super(permissions);
  }

  static ApiSchema schema() {
    var model = RIGHT.model();
    for (var change : ModelChange.values()) {
      model = change.of(model);
    }
    return new ApiSchema(model, RIGHT.text(), RIGHT.graphQl(), RIGHT.accessDefinitions());
  }

  @Override
  public Decision attribute(Entity entity, Attribute attribute) {
    return entity instanceof NodeType type
            && RIGHT.model().node(type.name()).computed().containsKey(attribute.name())
        ? Decision.ALWAYS
        : super.attribute(entity, attribute);
  }
}
